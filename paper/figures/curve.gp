# The exponent of x(n+1) = x(n) + or - beta x(n-1) against beta: enclosures.
# data: results/random-fibonacci/beta.tsv
wide = 11
high = 6.2
load 'paper/figures/style.gp'

# Columns: beta, k, lower, upper.
data = 'results/random-fibonacci/beta.tsv'
set xrange [0:1]
set yrange [-0.12:0.14]
set xlabel tex('$\beta$', 'β') offset 0,0.3
set ylabel tex('$\lambda_1$', 'λ_1') offset 1,0
unset key
plot 0 lc rgb grey lw 1.4, \
    data using 1:(($3 + $4) / 2):3:4 with yerrorbars pt 7 ps 0.5 lw 1.4 \
        lc rgb blue
