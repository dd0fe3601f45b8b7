# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of gouji for bash.

_gouji() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]} words=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    words="convert validate inspect tables layouts --help --version"
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
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
    ;;
  --stage)
    mapfile -t COMPREPLY < <(compgen -W "document tables match" -- "$word")
    return
    ;;
  --page) return ;;
  esac
  if [[ $word == -* ]]; then
    case $command in
    convert) words="-f --format -o --output --prior --layout --schema" ;;
    validate) words="-f --format -o --output --prior --layout" ;;
    inspect) words="--stage -f --format --page -o --output --layout" ;;
    tables) words="-f --format -o --output" ;;
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
