# Spectra of sigma G (dashed) and I + sigma G (solid), one panel a dimension.
# data: results/gaussian/spectra.tsv
data = 'results/gaussian/spectra.tsv'

wide = 13.4
high = 10.4
load 'paper/figures/style.gp'

set logscale x
set xrange [0.1:4]
set yrange [-3.4:2.2]
set xtics (0.1, 0.2, 0.5, 1, 2, 4)
set ytics 1
set datafile missing NaN
set key off
sigma = tex('$\sigma$', 'σ')

mid(a, b) = (column(a) + column(b)) / 2
at(d, k, y) = column('d') == d && column('k') == k ? y : NaN

array colour[8] = [blue, vermilion, green, orange, sky, purple, \
    '#000000', grey]
set multiplot layout 2,3 margins 0.075,0.985,0.1,0.95 spacing 0.075,0.14
do for [d in "1 2 3 4 8"] {
    set title tex('$d='.d.'$', 'd = '.d) offset 0,-0.6
    set xlabel (d + 0 > 2 ? sigma : '') offset 0,0.4
    set ylabel (d eq '1' || d eq '4' ? \
        tex('$\lambda_k$', 'λ_k') : '') offset 0.6,0
    plot 0 lc rgb grey lw 1.4, \
        for [k = 1:int(d)] data using 'sigma':(at(d + 0, k, \
            mid('plain_lower', 'plain_upper'))) \
            with lines dt 2 lw 1.2 lc rgb colour[k], \
        for [k = 1:int(d)] data using 'sigma':(at(d + 0, k, \
            mid('residual_lower', 'residual_upper'))) \
            with lines lw 2 lc rgb colour[k]
}
# The sixth panel is the legend.
set title ''; set xlabel ''; set ylabel ''
unset border; unset tics; unset grid; unset logscale
set key at graph 0.02,0.95 left top Left reverse samplen 2.5 spacing 1.25
plot [0:1] [0:1] NaN with lines lw 2 lc rgb '#444444' \
        title tex('residual, $I+\sigma G$', 'residual, I + σG'), \
    NaN with lines dt 2 lw 1.2 lc rgb '#444444' \
        title tex('plain, $\sigma G$', 'plain, σG'), \
    NaN with lines lc rgb grey lw 1.4 title 'neutral', \
    for [k = 1:8] NaN with lines lw 2 lc rgb colour[k] \
        title tex('$\lambda_'.k.'$', 'λ_'.k)
unset multiplot
