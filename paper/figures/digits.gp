# Digits of the exponent of a positive pair against processor seconds: certified by
# collocation, and traces of words, not certified.
# chapter: collocation
# data: results/performance/digits.tsv
wide = 11
high = 5.8
load 'paper/figures/style.gp'

# Columns: method, digits, seconds.
data = 'results/performance/digits.tsv'
set logscale xy
set xlabel 'processor seconds' offset 0,0.3
set ylabel 'digits' offset 0.3,0
set format x tex('$10^{%T}$', '10^{%T}')
set key top left Left reverse
by(m) = strcol(1) eq m ? $2 : NaN
set datafile missing NaN
plot data using 3:(by('collocation')) with linespoints pt 7 ps 0.5 lw 1.8 \
        lc rgb blue title 'collocation, certified', \
    '' using 3:(by('traces')) with linespoints pt 6 ps 0.6 lw 1.8 dt 2 \
        lc rgb vermilion title 'traces of words, not certified'
