# Flow: the graph, the list of trouble, the detail of the selected edge.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ───────────────────────── pinned 03:12  rates 1m ──
|                     ╭─►!kyc ┄┄┄┄b►!fraud ┄┄d┬► refund ──┬┳►!ledger ─┬╮
|                     │   7/m .41    6/m      │  7/m      │┃  8/m     ╰┼► audit
|                     │                       │           │┃           │  7/m
|                     ├────────────► support┄┬╯           ╰┃───────────┤
| intake ──► triage ─┬┴─►!billing━┓  5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴► notify
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━a━┛          │   8/m
|                    │                                                │
|                    ╰──► planner──► coder ────► reviewer┄e┄► deploy ─╯
|                         1/m        2/m         2/m   ^1     1/m
|── TROUBLE  5 edges, worst first ──── counts 10m, rates 1m   healthy edges 14 ──
|>!! a billing>ledger     BROKEN  38 of 38 refused     3/min    conf .91      8m
| !  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date   incident INC-2291
| first refusal 03:04:12   last offer 03:12:24   invoice.draft/4.0.0
| 38 dead  0 waiting   CAUSE? 4m after invoice.draft/4.0.0 was loaded
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# the next edge
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ───────────────────────── pinned 03:12  rates 1m ──
|                     ╭─►!kyc ┄┄┄┄b►!fraud ┄┄d┬► refund ──┬┳►!ledger ─┬╮
|                     │   7/m .41    6/m      │  7/m      │┃  8/m     ╰┼► audit
|                     │                       │           │┃           │  7/m
|                     ├────────────► support┄┬╯           ╰┃───────────┤
| intake ──► triage ─┬┴─►!billing━┓  5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴► notify
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━a━┛          │   8/m
|                    │                                                │
|                    ╰──► planner──► coder ────► reviewer┄e┄► deploy ─╯
|                         1/m        2/m         2/m   ^1     1/m
|── TROUBLE  5 edges, worst first ──── counts 10m, rates 1m   healthy edges 14 ──
| !! a billing>ledger     BROKEN  38 of 38 refused     3/min    conf .91      8m
|>!  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|── b  kyc>fraud ────────────────────────────────────────────────────────────────
| confidence: 8 of the last 8 below .75; the median of the last 41 is .41
| last offer 03:12:27   kyc.verdict/2.0.0
| 0 dead  1 waiting   faults: 1 no confidence, 26 unknown contract
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# table, matrix
keys v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ─────────────────────── v graph / TABLE / matrix ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
| !! a billing>ledger        BROKEN  3/min    .91      0     38     8m  ▆█▇█▇█▇█▆
|>!  b kyc>fraud             LOW     6/min    .41      1      0         ▁▁▂▁▁▁▂█▇
|    c support>notify        WAITS   3/min    .88      1      1         ▁▃▃▃▃▃▅█▇
|    d fraud>refund          WAITS   6/min    .78      4      0         ▃▃▄▃▃▅▅██
|    e reviewer>deploy       WAITS   1/min    .90      1      2         ▁▁▁██▁███
|      intake>triage         ok      16/min   .97      0      0         ▃▃▃▃▃▃▃█▇
|      triage>kyc            ok      7/min    .93      0      0         ▂▃▂▃▃▂▄██
|      triage>support        ok      5/min    .90      0      0         ▃▃▄▃▃▃▄█▇
|      triage>planner        ok      1/min    .95      0      0         ▁▅▁▅▁▁██▅
|      triage>billing        ok      4/min    .95      0      0         ▃▃▃▃▃▃▄█▇
|      support>refund        ok      1/min    .92      0      0         ▁▅▁▅▁▁██▅
|      planner>coder         ok      1/min    .91      0      0         ▁▅▁▅▁▁██▅
|      7 more ok                     17/min
|── b  kyc>fraud ────────────────────────────────────────────────────────────────
| confidence: 8 of the last 8 below .75; the median of the last 41 is .41
| last offer 03:12:27   kyc.verdict/2.0.0
| 0 dead  1 waiting   faults: 1 no confidence, 26 unknown contract
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys v j j j l l l l l l l l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ─────────────────────── v graph / table / MATRIX ──
|      from \ to       1  2  3  4  5  6  7  8  9 10 11 12 13 14              out
|    1 intake          .  <  .  .  .  .  .  .  .  .  .  .  .  .                1
|    2 triage          .  .  <  <  <  <  .  .  .  .  .  .  .  .                4
|!   3 kyc             .  .  .  .  .  .  l  .  .  .  .  .  .  .                1
|!!  4 billing         .  .  .  .  .  .  .  .  X  .  .  .  .  .                1
|    5 support         .  .  .  .  .  .  .  <  .  w  .  .  .  .                2
|    6 planner         .  .  .  .  .  .  .  .  .  .  <  .  .  .                1
|    7 fraud           .  .  .  .  .  .  .  w  .  .  .  .  .  .                1
|    8 refund          .  .  .  .  .  .  .  .  <  <  .  .  .  .                2
|    9 ledger          .  .  .  .  .  .  .  .  .  <  .  .  .  <                2
|   10 notify          .  .  .  .  .  .  .  .  .  .  .  .  .  .                0
|   11 coder           .  .  .  .  .  .  .  .  .  .  .  <  .  .                1
|   12 reviewer        .  .  .  .  .  .  .  .  .  .  <  .  w  .                2
|   13 deploy          .  .  .  .  .  .  .  .  .  <  .  .  .  .                1
|   14 audit           .  .  .  .  .  .  .  .  .  .  .  .  .  .                0
|    1: handoffs/s (1m)  <: under 1  -: idle  w: waits  l: low conf  X: refused
|    under the cursor:  4 billing > 9 ledger  38 of 38 refused  3/min
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# one agent; into a neighbour and out again
keys v e
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── kyc  in 1, out 1 ────────────────────────────────── rates 1m   ego view, e ──
|                                ┌──────────┐
|>triage     ok     .93 7/min  ─►│!kyc      │┄b┄► fraud        LOW    .41 6/min
|                                └──────────┘
|
|
|
|
|
|
|
|
|
|
|
|── triage>kyc ──────────────────────────────────────────────────────────────────
| ok: no refusals or deaths in the last 10 min
| last offer 03:12:35   no contract
| 0 dead  0 waiting   34 offered, 34 completed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys l Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── fraud  in 1, out 1 ──────────────────────────────── rates 1m   ego view, e ──
|                                ┌──────────┐
|>kyc        LOW    .41 6/min  ┄►│!fraud    │┄d┄► refund       WAITS  .78 6/min
|                                └──────────┘
|
|
|
|
|
|
|
|
|
|
|
|── b  kyc>fraud ────────────────────────────────────────────────────────────────
| confidence: 8 of the last 8 below .75; the median of the last 41 is .41
| last offer 03:12:27   kyc.verdict/2.0.0
| 0 dead  1 waiting   faults: 1 no confidence, 26 unknown contract
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys Esc f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ────────────────────── only trouble, f shows all ──
|                     ╭─►!kyc ┄┄┄┄┄b►!fraud ┄┄d┬► refund ─┬┳►!ledger ─┬╮
|                     │   7/m .41     6/m      │  7/m     │┃  8/m     ╰┼► audit
|                     ├─────────────► support┄┬╯          ╰┃───────────┤  7/m
| 1 more ──► triage ─┬┴─►!billing ━┓  5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴► notify
|            17/m    │    4/m      ┗━━━━━━━━━━━━━━━━━━━━━a━┛          │   8/m
|                    ╰──► 1 more   ╭► deploy ─────────────────────────╯
|                                  e  1/m
| 1 more ──► coder ─────► reviewer┄╯
|            2/m          2/m   ^1
|── TROUBLE  5 edges, worst first ──── counts 10m, rates 1m   healthy edges 14 ──
| !! a billing>ledger     BROKEN  38 of 38 refused     3/min    conf .91      8m
|>!  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|── b  kyc>fraud ────────────────────────────────────────────────────────────────
| confidence: 8 of the last 8 below .75; the median of the last 41 is .41
| last offer 03:12:27   kyc.verdict/2.0.0
| 0 dead  1 waiting   faults: 1 no confidence, 26 unknown contract
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# the cursor on the graph
keys f Tab l l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ───────────────────────── pinned 03:12  rates 1m ──
|                     ╭─►!kyc ┄┄┄┄b►!fraud ┄┄d┬► refund ──┬┳►!ledger ─┬╮
|                     │   7/m .41    6/m      │  7/m      │┃  8/m     ╰┼► audit
|                     │                       │           │┃           │  7/m
|                     ├────────────► support┄┬╯           ╰┃───────────┤
| intake ──► triage ─┬┴─►!billing━┓  5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄c┬┴► notify
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━a━┛          │   8/m
|                    │                                                │
|                    ╰──► planner──► coder ────► reviewer┄e┄► deploy ─╯
|                         1/m        2/m         2/m   ^1     1/m
|── TROUBLE  5 edges, worst first ──── counts 10m, rates 1m   healthy edges 14 ──
| !! a billing>ledger     BROKEN  38 of 38 refused     3/min    conf .91      8m
| !  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|── b  kyc>fraud ────────────────────────────────────────────────────────────────
| confidence: 8 of the last 8 below .75; the median of the last 41 is .41
| last offer 03:12:27   kyc.verdict/2.0.0
| 0 dead  1 waiting   faults: 1 no confidence, 26 unknown contract
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# Enter goes to the letters of the edge
keys Tab Home Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused      billing>ledger                8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|  !       1  steady    > no-consumer           support>notify               12m
|
|
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
