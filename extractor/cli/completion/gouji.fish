# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of gouji for fish.

set -l commands convert validate inspect tables bulk export merge page layouts
complete -c gouji -s h -l help -f -d 'print help'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -l version -d 'print the version'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a convert -d 'write a report as structured data'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a validate -d 'check reports, a finding a line'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a inspect -d 'show what each stage saw in a document'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a tables -d 'write the tables of any document'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a bulk -d 'convert folders and lists of files into one archive'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a export -d 'write an archive as tables or JSON Lines'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a merge -d 'put archives together'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a page -d 'make a page that shows what an archive holds'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -f -a layouts -d 'list, describe or check the known forms'

complete -c gouji -n '__fish_seen_subcommand_from convert' -s f -l format -x -a 'json csv xlsx' -d 'how to write it'
complete -c gouji -n '__fish_seen_subcommand_from validate' -s f -l format -x -a 'text json html' -d 'how to write it'
complete -c gouji -n '__fish_seen_subcommand_from inspect' -s f -l format -x -a 'json svg' -d 'how to write it'
complete -c gouji -n '__fish_seen_subcommand_from tables' -s f -l format -x -a 'json csv html xlsx' -d 'how to write it'
complete -c gouji -n '__fish_seen_subcommand_from convert validate inspect tables bulk export merge page' -s o -l output -r -d 'write to this file'
complete -c gouji -n '__fish_seen_subcommand_from convert validate' -l prior -r -d "last year's report"
complete -c gouji -n '__fish_seen_subcommand_from convert validate inspect bulk merge page' -l layout -r -d 'use this layout file only'
complete -c gouji -n '__fish_seen_subcommand_from convert' -l schema -d 'print the JSON Schema of the output'
complete -c gouji -n '__fish_seen_subcommand_from inspect' -l stage -x -a 'document tables match' -d 'which stage to show'
complete -c gouji -n '__fish_seen_subcommand_from inspect' -l page -x -d 'the page to draw'
complete -c gouji -n '__fish_seen_subcommand_from export' -s f -l format -x -a 'csv-long csv-wide xlsx jsonl' -d 'how to write it'
complete -c gouji -n '__fish_seen_subcommand_from export' -l bom -d 'begin CSV with a byte order mark'
complete -c gouji -n '__fish_seen_subcommand_from export' -l labels -d 'add labels to the field ids'
complete -c gouji -n '__fish_seen_subcommand_from page' -l pictures -x -d 'show so many pages as pictures'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -l files-from -r -d 'read further inputs from this list'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -s j -l jobs -x -d 'worker processes'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -l timeout -x -d 'processor time one document may take'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -l memory -x -d 'memory one worker may take'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -l prior -d 'hold reports against the year before'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -l retry-failed -d 'try again what failed'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -l since -x -d 'read again what older versions had read'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -l shard -x -d 'take only this part of the inputs'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -l progress -x -a 'auto bar lines json none' -d 'how to show progress'
complete -c gouji -n '__fish_seen_subcommand_from bulk' -s q -l quiet -d 'show no progress'

set -l actions list describe check
complete -c gouji -n "__fish_seen_subcommand_from layouts; and not __fish_seen_subcommand_from $actions" -f -a 'list describe check'
complete -c gouji -n '__fish_seen_subcommand_from layouts; and __fish_seen_subcommand_from describe' -f -a '(gouji layouts list 2>/dev/null | cut -f 1)'
