# Outcomes of the readings R1 to R5 on ensembles of random laws: shares, one bar for
# each ensemble and reading.
# chapter: residual
# data: results/residual/ensembles.tsv
wide = 14.4
high = 8.6
load 'paper/figures/style.gp'

# Columns: ensemble, laws, reading, proved, infinite, disproved, undecided,
# vacuous. Five rows an ensemble, in the order of the readings.
data = 'results/residual/ensembles.tsv'
names = system("awk '!/^#/ && !seen[$1]++ { print $1 }' ".data." | tr _ -")
ensembles = words(names)
line(n) = int(n) / 5 + 1
low(n) = line(n) - 0.36
top(n) = line(n) + 0.36

set yrange [ensembles + 0.6:0.4]
set xrange [0:100]
unset border
unset grid
set xtics 0,50,100 scale 0.4
set style fill solid 1 noborder
unset key
# A legend of its own: the panels are too narrow for one.
array outcome[3] = ['proved', 'refuted', 'vacuous']
array shade[3] = [blue, orange, '#d0d0d0']
do for [j = 1:3] {
    x = 0.3 + 0.2 * j
    set object j rectangle from screen x,0.022 to screen x + 0.022,0.048 \
        fc rgb shade[j] fs solid 1 noborder
    set label j outcome[j] at screen x + 0.03,0.036 left
}
set multiplot layout 1,5 margins 0.24,0.985,0.19,0.93 spacing 0.038,0
do for [i = 1:5] {
    set title 'R'.i offset 0,-0.7
    unset ytics
    if (i == 1) {
        set ytics () scale 0
        set for [n = 1:ensembles] ytics add (word(names, n) n)
    }
    if (i == 3) { set xlabel 'share of the laws in percent' offset 0,0.5 } \
    else { set xlabel ' ' }
    if (i == 2) { unset object; unset label }
    plot data every 5::i-1 using (0):(line($0 * 5)):(0): \
            (100.0 * ($4 + $5) / $2):(low($0 * 5)):(top($0 * 5)) \
            with boxxyerror lc rgb blue, \
        '' every 5::i-1 using (0):(line($0 * 5)):(100.0 * ($4 + $5) / $2): \
            (100.0 * ($4 + $5 + $6) / $2):(low($0 * 5)):(top($0 * 5)) \
            with boxxyerror lc rgb orange, \
        '' every 5::i-1 using (0):(line($0 * 5)): \
            (100.0 * ($4 + $5 + $6) / $2):(100):(low($0 * 5)):(top($0 * 5)) \
            with boxxyerror lc rgb '#d0d0d0'
}
unset multiplot
