# Width of the enclosure of λ₁ against the number of cones.
# chapter: bracket
# data: results/performance/widths.tsv
wide = 11
high = 5.8
load 'paper/figures/style.gp'

# Columns: law, tol, k, lower, upper, cones.
data = 'results/performance/widths.tsv'
set logscale xy
set xlabel 'cones' offset 0,0.3
set ylabel 'width' offset -0.6,0
set format xy tex('$10^{%T}$', '10^{%T}')
set key top right
set datafile missing NaN
# Laws are told apart by their first atom.
of(s) = strstrt(strcol(1), s) == 1 ? $5 - $4 : NaN
plot data using 6:(of('{[0,1;1,1]')) with linespoints pt 7 ps 0.6 lw 1.8 \
        lc rgb blue title 'random Fibonacci', \
    '' using 6:(of('{[1/4,3/10')) with linespoints pt 5 ps 0.6 lw 1.8 dt 2 \
        lc rgb vermilion title 'two contractions'
