# Instants as ages: what is past has a minus, what is to come a plus. The time of the layout
# stays a time of the day.
recording tests/screens/data/night.jsonl
size 80x24
at end
event hub:prod-eu-1 mute.set {"what":"edge","name":"billing>ledger","until":"2026-11-23T03:40:00Z","operator":"mira"}
keys t t 3 j j j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|> !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-9184  deploy.plan@5  reviewer>deploy ───── [summary] payload evidence .. ──
| WHY HERE  confidence .62, the contract asks .80
| WILL DO   deploy payments to eu-1
| AT 0:00   goes to oncall-lead, in 6m02s
| EVIDENCE  1 of 1 missing:  - /tests
| FROM      reviewer .62 > deploy
| CONTRACT  deploy.plan/5.1.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
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
|>!! a billing>ledger   m BROKEN  38 of 38 refused     3/min    conf .91      8m
| !  b kyc>fraud          LOW     8 of 8 below .75     6/min    1 waits
|    c support>notify     WAITS   1 waits for you      3/min    conf .88
|    d fraud>refund       WAITS   4 wait for you       6/min    conf .78
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date
| first refusal -8m28s   last offer -16s   invoice.draft/4.0.0
| 38 dead  0 waiting  muted until +27m   incident INC-2291
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
