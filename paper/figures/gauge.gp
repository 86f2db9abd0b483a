# The curves f = 1 of certified gauges of two laws and of their residual laws, drawn
# on all of the plane.
# chapter: bracket
# data: results/gauges/curve-fibonacci-plain.tsv results/gauges/curve-fibonacci-residual.tsv results/gauges/curve-calm-plain.tsv results/gauges/curve-calm-residual.tsv
wide = 14.4
high = 7.4
load 'paper/figures/style.gp'

set size ratio -1
set key at screen 0.5,0.05 center horizontal samplen 4 width 4
set xzeroaxis lc rgb grey lw 0.8 lt 1
set yzeroaxis lc rgb grey lw 0.8 lt 1
unset border
unset tics
unset grid
set multiplot layout 1,2 margins 0.02,0.98,0.1,0.9 spacing 0.04,0
do for [law in "fibonacci calm"] {
    set title law eq 'fibonacci' ? 'random Fibonacci' : 'two contractions'
    plot 'results/gauges/curve-'.law.'-plain.tsv' using 2:3 with lines \
            lw 2 lc rgb blue title 'plain', \
        'results/gauges/curve-'.law.'-residual.tsv' using 2:3 with lines \
            lw 2 dt 2 lc rgb vermilion title 'residual'
    set key off
}
unset multiplot
