# The exponent of x(n+1) = x(n) ± β x(n−1): bands, each for every β of its cell,
# and enclosures at single values.
# chapter: parameter-boxes
# data: results/random-fibonacci/beta-band.tsv results/random-fibonacci/beta.tsv
wide = 11.5
high = 6.6
load 'paper/figures/style.gp'

# Columns: from, to, lower, upper; beta, k, lower, upper.
bands = 'results/random-fibonacci/beta-band.tsv'
points = 'results/random-fibonacci/beta.tsv'
set xrange [0:1]
set yrange [-0.2:0.2]
set xlabel tex('$\beta$', 'β') offset 0,0.3
set ylabel tex('$\lambda_1$', 'λ_1') offset 1,0
set key top left Left reverse
set style fill solid 0.55 noborder
plot 0 lc rgb grey lw 1.4 notitle, \
    bands using (($1 + $2) / 2):(($3 + $4) / 2):1:2:3:4 with boxxyerror \
        lc rgb sky title tex('for every $\beta$ of a cell', 'for every β of a cell'), \
    points using 1:(($3 + $4) / 2) with points pt 7 ps 0.5 lc rgb blue \
        title 'at single values'
