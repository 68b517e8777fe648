
# bash takes --role=secondary apart: what may follow --role may stand behind the sign, too.
_pao_behind_equals() {
    local before=$3
    if [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    _pao "$1" "$2" "$before"
}
