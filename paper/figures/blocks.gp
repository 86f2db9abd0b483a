# λ₁ of residual blocks of a perceptron with He's scales: against the width, and
# against the probability of an open gate.
# chapter: closed-forms
# data: results/networks/widths.tsv results/networks/gates.tsv
wide = 14.4
high = 6.2
load 'paper/figures/style.gp'

# Columns: p, m, k, lower, upper; m, p, k, lower, upper.
width(p) = column(1) == p ? ($4 + $5) / 2 : NaN
gate(m) = column(1) == m ? ($4 + $5) / 2 : NaN
set datafile missing NaN
p = tex('$p$', 'p')
m = tex('$m$', 'm')
gap = tex('', '  ')

set multiplot layout 1,2 margins 0.1,0.985,0.17,0.96 spacing 0.11,0
set yrange [0:1.15]
set ylabel tex('$\lambda_1$', 'λ_1') offset -0.2,0
set xlabel 'width '.m offset 0,0.3
set logscale x 2
set xrange [2:1100]
set xtics (2, 4, 8, 16, 32, 64, 128, 256)
set key off
plot 'results/networks/widths.tsv' using 2:(width(1)) with linespoints \
        lw 1.6 pt 7 ps 0.4 lc rgb purple title gap.p.' = 1' at end, \
    '' using 2:(width(0.75)) with linespoints lw 1.6 pt 5 ps 0.4 \
        lc rgb green title gap.p.' = 3/4' at end, \
    '' using 2:(width(0.5)) with linespoints lw 1.6 pt 9 ps 0.5 \
        lc rgb blue title gap.p.' = 1/2' at end, \
    '' using 2:(width(0.25)) with linespoints lw 1.6 pt 11 ps 0.5 \
        lc rgb orange title gap.p.' = 1/4' at end, \
    '' using 2:(width(0.1)) with linespoints lw 1.6 pt 13 ps 0.5 \
        lc rgb vermilion title gap.p.' = 1/10' at end
unset logscale x
set xtics 0.2
set key on
unset ylabel
set key bottom right noreverse Right
set xlabel 'probability '.p.' of an open gate'
set xrange [0:1]
plot 'results/networks/gates.tsv' using 2:(gate(64)) with lines lw 2 \
        lc rgb blue title m.' = 64', \
    '' using 2:(gate(8)) with lines lw 2 dt 2 lc rgb vermilion title m.' = 8'
unset multiplot
