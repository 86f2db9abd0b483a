# The table of scan.lua as the table of search.js.
BEGIN { FS = "\t"; print "const BOOK = [" }

function quoted(s)
{
    gsub(/[\\"]/, "\\\\&", s)
    gsub(/</, "\\u003c", s)
    return "\"" s "\""
}

$1 == "statement" || $1 == "claim" {
    id = $2
    page = substr(id, 1, index(id, ".") - 1)
    at = $1 == "claim" && (id in stated) ? id ".instances" : id
    stated[id] = 1
    said = length($5) > 140 ? substr($5, 1, 140) "…" : $5
    printf "[%s,%s,%s,%s,%s],\n", quoted(at), quoted(page ".html#" at), \
        quoted($3), quoted($4), quoted(said)
}

END { print "];" }
