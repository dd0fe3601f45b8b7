# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of gouji for bash.

_gouji() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]} words=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    words="convert validate inspect tables bulk export merge page layouts --help --version"
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
  fi
  case $before in
  -f | --format)
    case $command in
    convert) words="json csv xlsx" ;;
    validate) words="text json html" ;;
    inspect) words="json svg" ;;
    tables) words="json csv html xlsx" ;;
    export) words="csv-long csv-wide xlsx jsonl" ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
    ;;
  --stage)
    mapfile -t COMPREPLY < <(compgen -W "document tables match" -- "$word")
    return
    ;;
  --progress)
    mapfile -t COMPREPLY < <(compgen -W "auto bar lines json none" -- "$word")
    return
    ;;
  --page | --since | --jobs | --timeout | --memory | --shard | --pictures) return ;;
  esac
  if [[ $word == -* ]]; then
    case $command in
    convert) words="-f --format -o --output --prior --layout --schema" ;;
    validate) words="-f --format -o --output --prior --layout" ;;
    inspect) words="--stage -f --format --page -o --output --layout" ;;
    tables) words="-f --format -o --output --pages --area --columns --lattice --stream" ;;
    bulk)
      words="-o --output --files-from -j --jobs --timeout --memory --prior --retry-failed --since --shard
        --progress -q --quiet --layout"
      ;;
    export) words="-f --format -o --output --bom --labels" ;;
    merge) words="-o --output --layout" ;;
    page) words="-o --output --pictures --layout" ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "-h --help $words" -- "$word")
  elif [[ $command == layouts ]] && ((COMP_CWORD == 2)); then
    mapfile -t COMPREPLY < <(compgen -W "list describe check" -- "$word")
  elif [[ $command == layouts && ${COMP_WORDS[2]} == describe ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(gouji layouts list 2>/dev/null | cut -f 1)" -- "$word")
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -F _gouji gouji
