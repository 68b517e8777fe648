
# bash takes a word apart at signs such as = and @, which pao does not. Here the pieces are put together again, and what is
# offered loses what stands before the last piece.
_pao() {
    local line=${COMP_LINE:0:COMP_POINT} words=() count=0 piece i
    for ((i = 0; i <= COMP_CWORD; i++)); do
        if [[ $i == 0 || $line == [[:space:]]* ]]; then
            count=$((count + 1))
        fi
        line=${line#"${line%%[![:space:]]*}"}
        piece=${COMP_WORDS[i]}
        if [[ $i == "$COMP_CWORD" ]]; then
            piece=${line#[\"\']}
        fi
        line=${line#"$piece"}
        words[count - 1]+=$piece
    done
    local COMP_WORDS=("${words[@]}") COMP_CWORD=$((count - 1))
    local whole=${words[count - 1]}
    _clap_complete_pao "$1" "$whole" "$3"
    COMPREPLY=("${COMPREPLY[@]#"${whole%"$2"}"}")
}
