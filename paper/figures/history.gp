# Significant digits of Viswanath's constant that were known, against the year:
# certified ones, and values without an error bound.
# chapter: random-fibonacci
# data: results/random-fibonacci/history.tsv
wide = 11
high = 5.6
load 'paper/figures/style.gp'

# Columns: year, digits, status, who, source.
data = 'results/random-fibonacci/history.tsv'
set logscale y
set yrange [5:300]
set xrange [1998:2034]
set xtics 2000,5,2030
set ylabel 'digits'
set key top left Left reverse
status(s) = strcol(3) eq s ? $2 : NaN
plot data using 1:(status('certified')) with points pt 7 ps 1 lc rgb blue \
        title 'certified', \
    '' using 1:(status('heuristic')) with points pt 6 ps 1 lw 1.5 \
        lc rgb vermilion title 'without an error bound', \
    '' using 1:2:(strcol(4).' ('.strcol(2).')') every ::::0 with labels left \
        offset -1.5,0.9 notitle, \
    '' using 1:2:(strcol(4).' ('.strcol(2).')') every ::1 with labels left \
        offset 0.8,-0.1 notitle
