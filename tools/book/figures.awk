# The heads of paper/figures/*.gp as rows "figure NAME CHAPTER CAPTION DATA".
#
#   awk -f figures.awk FIGURE.gp...
#
# A head is the comment that a script begins with: the caption, and the lines
# "# chapter: NAME" and "# data: FILE...". A script without a chapter is skipped.
function row(    name)
{
    name = file
    sub(/.*\//, "", name)
    sub(/\.gp$/, "", name)
    if (chapter != "")
        print "figure", name, chapter, caption, data
}
BEGIN { OFS = "\t" }
FNR == 1 {
    row()
    file = FILENAME
    caption = chapter = data = ""
    inside = 1
}
!/^#/ { inside = 0 }
!inside { next }
sub(/^# chapter: /, "") { chapter = $0; next }
sub(/^# data: /, "") { data = $0; next }
{
    sub(/^# */, "")
    caption = caption (caption == "" ? "" : " ") $0
}
END { row() }
