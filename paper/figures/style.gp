# What the figures share; load it after wide and high, in centimetres, are set.
# kind is tikz (for LaTeX) or svg; output_file a name.
# Colours: Okabe and Ito's, which the colour-blind tell apart.
lengths = sprintf('%.1fcm,%.1fcm', wide, high)
if (kind eq 'tikz') {
    set terminal tikz size @lengths font ',9'
} else {
    set terminal svg size 60 * wide, 60 * high dynamic \
        background '#ffffff' font 'Helvetica,14'
}
set output output_file

tex(t, s) = kind eq 'tikz' ? t : s

blue = '#0072B2'; vermilion = '#D55E00'; green = '#009E73'
orange = '#E69F00'; sky = '#56B4E9'; purple = '#CC79A7'; grey = '#888888'

set border 3 lc rgb '#444444' lw 0.8
set tics nomirror out scale 0.6 tc rgb '#222222'
set grid lc rgb '#e4e4e4' lw 0.5 lt 1
set key noopaque samplen 2 spacing 1.15
set datafile separator tab
set datafile commentschars '#'
set encoding utf8
