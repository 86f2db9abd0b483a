# Growth of log |Sₙ x| against depth: certified intervals for the mean, whatever x
# is, and simulated walks.
# chapter: finite-depth
# data: results/finite-depth/bands.tsv results/finite-depth/walks.tsv
wide = 11.5
high = 6.6
load 'paper/figures/style.gp'

# Columns: n, side, what, level, lower, upper; side, run, n, height.
bands = 'results/finite-depth/bands.tsv'
walks = 'results/finite-depth/walks.tsv'
set xlabel tex('depth $n$', 'depth n') offset 0,0.3
set ylabel tex('$\log(|S_nx|/|x|)$', 'log(|S_n x|/|x|)') offset 0.5,0
set xrange [0:103]
set key top left Left reverse
set datafile missing NaN
set bars 0.7
low(s) = strcol(2) eq s && strcol(3) eq 'growth' ? $5 : NaN
walk(s, r) = strcol(1) eq s && column(2) == r ? $4 : NaN
plot 0 lc rgb grey lw 1.4 notitle, \
    for [r = 1:5] walks using 3:(walk('plain', r)) with lines lw 0.7 \
        lc rgb sky notitle, \
    for [r = 1:5] walks using 3:(walk('residual', r)) with lines lw 0.7 \
        lc rgb orange notitle, \
    bands using 1:((low('plain') + $6) / 2):5:6 with yerrorbars pt 0 lw 3 \
        lc rgb blue title 'mean, plain (certified)', \
    bands using 1:((low('residual') + $6) / 2):5:6 with yerrorbars pt 0 lw 3 \
        lc rgb vermilion title 'mean, residual (certified)', \
    NaN with lines lw 0.7 lc rgb sky title 'simulated walks'
