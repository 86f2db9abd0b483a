# Spectra of σG (dashed) and I + σG (solid), one panel a dimension. Dotted: the
# scale up to which R1 holds.
# chapter: closed-forms
# data: results/gaussian/spectra-plain.tsv results/gaussian/spectra-residual.tsv results/critical-scales/scales.tsv
wide = 14.4
high = 9.6
load 'paper/figures/style.gp'

plain = 'results/gaussian/spectra-plain.tsv'
residual = 'results/gaussian/spectra-residual.tsv'
scales = 'results/critical-scales/scales.tsv'

set xrange [0:2]
set yrange [-3:2]
set xtics 0.5
set ytics 1
set key off
set datafile missing NaN

# Columns: d, sigma, k, lower, upper.
middle(d, k) = column(1) == d && column(3) == k ? ($4 + $5) / 2 : NaN
scale(d) = column(1) == d ? column(2) : NaN

array colour[8] = [blue, vermilion, green, orange, sky, purple, \
    '#000000', grey]
set multiplot layout 2,3 margins 0.075,0.985,0.1,0.94 spacing 0.07,0.15
do for [d in "1 2 3 4 8"] {
    set title tex('$d='.d.'$', 'd = '.d) offset 0,-0.6
    set xlabel (d + 0 > 2 ? tex('$\sigma$', 'σ') : '') offset 0,0.4
    set ylabel (d eq '1' || d eq '4' ? \
        tex('$\lambda_k$', 'λ_k') : '') offset 0.6,0
    stats scales using (scale(d + 0)) nooutput name 'critical'
    set arrow 1 from critical_max,-3 to critical_max,2 nohead dt 3 lw 1.2 \
        lc rgb '#444444' back
    plot 0 lc rgb grey lw 1.4, \
        for [k = 1:int(d)] plain using 2:(middle(d + 0, k)) \
            with lines dt 2 lw 1.2 lc rgb colour[k], \
        for [k = 1:int(d)] residual using 2:(middle(d + 0, k)) \
            with lines lw 2 lc rgb colour[k]
}
# The sixth panel is the legend.
unset arrow 1
set title ''; set xlabel ''; set ylabel ''
unset border; unset tics; unset grid
set key at graph 0.02,0.95 left top Left reverse samplen 2.5 spacing 1.25
plot [0:1] [0:1] NaN with lines lw 2 lc rgb '#444444' \
        title tex('residual, $I+\sigma G$', 'residual, I + σG'), \
    NaN with lines dt 2 lw 1.2 lc rgb '#444444' \
        title tex('plain, $\sigma G$', 'plain, σG'), \
    NaN with lines lc rgb grey lw 1.4 title 'neutral', \
    NaN with lines dt 3 lw 1.2 lc rgb '#444444' title 'critical scale of R1', \
    for [k = 1:8] NaN with lines lw 2 lc rgb colour[k] \
        title tex('$\lambda_'.k.'$', 'λ_'.k)
unset multiplot
