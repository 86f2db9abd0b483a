# The table of scan.lua as a graph: a box for each chapter, with the statements
# that others use; an arrow goes from what is used to the chapter that uses it.
#
#   awk -f graph.awk scan.tsv | dot -Tsvg
BEGIN { FS = "\t" }

function chapter_of(id) { return substr(id, 1, index(id, ".") - 1) }
function escaped(s)
{
    gsub(/&/, "\\&amp;", s)
    gsub(/</, "\\&lt;", s)
    gsub(/>/, "\\&gt;", s)
    gsub(/"/, "\\&quot;", s)
    return s
}
function cell(port, href, tip, text)
{
    printf "<TR><TD ALIGN=\"LEFT\" PORT=\"%s\" HREF=\"%s\" TOOLTIP=\"%s\">%s</TD></TR>", \
        port, href, escaped(tip), text
}

$1 == "chapter" { name[++chapters] = $2; title[$2] = $4; next }
($1 == "statement" || $1 == "claim") && !($2 in word) {
    word[$2] = $4
    order[++ids] = $2
    next
}
$1 == "uses" { user[++uses] = $2; used[uses] = $3 }

END {
    print "digraph book {"
    print "rankdir=LR; ranksep=0.9; nodesep=0.3; bgcolor=transparent;"
    print "node [shape=plain, fontname=\"sans-serif\", fontsize=12, " \
        "tooltip=\" \"];"
    print "edge [arrowsize=0.6, tooltip=\" \"];"
    for (i = 1; i <= uses; i++)
        shown[used[i]] = 1
    for (c = 1; c <= chapters; c++) {
        n = name[c]
        printf "\"%s\" [label=<<TABLE BORDER=\"1\" CELLBORDER=\"0\" " \
            "CELLSPACING=\"0\" CELLPADDING=\"5\" STYLE=\"rounded\">", n
        cell("chapter", n ".html", title[n], \
            "<B>" escaped(title[n]) "</B>")
        for (i = 1; i <= ids; i++) {
            id = order[i]
            if (!(id in shown) || chapter_of(id) != n)
                continue
            text = substr(id, length(n) + 2)
            if (word[id] != "proved")
                text = text " (" word[id] ")"
            cell(text, n ".html#" id, id ": " word[id], text)
        }
        print "</TABLE>>];"
    }
    for (i = 1; i <= uses; i++)
        if (used[i] in word) {
            n = chapter_of(used[i])
            text = substr(used[i], length(n) + 2)
            if (word[used[i]] != "proved")
                text = text " (" word[used[i]] ")"
            printf "\"%s\":\"%s\":e -> \"%s\":chapter:w;\n", n, text, user[i]
        }
    print "}"
}
