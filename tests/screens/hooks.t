# A hook that fails, what is muted, and what is asked of the hub for it.
recording tests/screens/data/night.jsonl
size 80x24
at end
event hub:prod-eu-1 hook.set {"hook":"escalate","on":true}
event hub:prod-eu-1 decision.escalated {"handoff":"h-91c2","attempt":1,"decision":"d-1","digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","operator":"mira","note":"who is on call?","target":"lead"}
event hub:prod-eu-1 hook.failed {"handoff":"h-91c2","attempt":1,"hook":"escalate","of":937,"tries":1,"status":75,"detail":"pagerduty answers 503","again":"2026-11-23T03:12:45Z"}
wait 30s
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:10Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! escalations reach nobody for 30s  (+4 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:11 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS, esc lead
|  !! 0:25 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:40 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:32 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:10 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:35 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:00 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  escalated to lead by mira: who is on call?; confidence .41, the cont~
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys Enter ] ] ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:10Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! escalations reach nobody for 30s  (+4 more)
|── h-91c2  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| 03:03:22.000  offered  attempt 1
| 03:03:22.000  held  confidence .41 < .70
| 03:12:40.900  escalated to lead  by mira  note: who is on call?
| 03:12:40.900  hook failed  escalate, try 1: pagerduty answers 503; again
| 03:12:45
| waits 9m48s, nobody is on it
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
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
event hub:prod-eu-1 hook.failed {"handoff":"h-91c2","attempt":1,"hook":"escalate","of":937,"tries":9,"status":65,"detail":"pagerduty answers 400: bad\u001b[2J key"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:10Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! h-91c2 reached nobody  (+4 more)
|── h-91c2  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| 03:03:22.000  offered  attempt 1
| 03:03:22.000  held  confidence .41 < .70
| 03:12:40.900  escalated to lead  by mira  note: who is on call?
| 03:12:40.900  hook failed  escalate, try 1: pagerduty answers 503; again
| 03:12:45
| 03:13:10.900  hook failed  escalate NOT DELIVERED, given up, try 9: pagerduty
| answers 400: bad^[[2J key
| waits 9m48s, nobody is on it
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
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
# The next success is for another one: this one still waits, until somebody is on it.
event hub:prod-eu-1 decision.escalated {"handoff":"h-9170","attempt":1,"decision":"d-2","digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","operator":"mira","note":"","target":"lead"}
event hub:prod-eu-1 hook.done {"handoff":"h-9170","attempt":1,"hook":"escalate","of":940,"tries":1}
command why
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:10Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! h-91c2 reached nobody  (+4 more)
|── WHY  what line 3 says, the worst first ──────────────────────────────────────
|
| !! 2 handoffs SHIP UNREVIEWED in <60s
| !! h-91c2 reached nobody, given up at 03:13:10
| !! billing>ledger broken for 8m, 38 of 38 refused: contract-refused
| !  41 dead letters, +38 in 10m
| !  kyc>fraud LOW: 8 of the last 8 below .75
|    7 wait for you, 2 escalated, the next deadline in 0:11
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
|
| j/k move  Esc close
keys Esc
event hub:prod-eu-1 review.claimed {"handoff":"h-91c2","attempt":1,"operator":"lee","until":"2026-11-23T03:13:40Z"}
command why
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:10Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WHY  what line 3 says, the worst first ──────────────────────────────────────
|
| !! 2 handoffs SHIP UNREVIEWED in <60s
| !! billing>ledger broken for 8m, 38 of 38 refused: contract-refused
| !  41 dead letters, +38 in 10m
| !  kyc>fraud LOW: 8 of the last 8 below .75
|    7 wait for you, 2 escalated, the next deadline in 0:11
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
|
|
| j/k move  Esc close
keys Esc
# What is muted stays counted; it is marked in Flow, and line 3 says until when.
event hub:prod-eu-1 mute.set {"what":"edge","name":"billing>ledger","until":"2026-11-23T03:40:00Z","operator":"mira"}
keys Esc 2 v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:10Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── FLOW  14 agents  19 edges ─────────────────────── v graph / TABLE / matrix ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>!! a billing>ledger      m BROKEN  1/min    .91      0     38     8m  █▇█▇█▇█▇▃
| !  b kyc>fraud             LOW     2/min    .41      1      0         ▁▂▁▁▁▁▆█▃
|    c support>notify        WAITS   1/min    .88      1      1         ▃▃▁▃▃▅▇█▃
|    d fraud>refund          WAITS   2/min    .78      4      0         ▂▂▂▂▃▅▅█▃
|    e reviewer>deploy       WAITS   0/min    .90      1      2         ▁▁▁▅▅▁▅█▁
|      intake>triage         ok      6/min    .97      0      0         ▃▃▃▃▃▃▆█▄
|      triage>kyc            ok      3/min    .93      0      0         ▃▃▂▃▂▃▇█▄
|      triage>support        ok      2/min    .90      0      0         ▃▃▃▃▄▃▆█▄
|      triage>planner        ok      0/min    .95      0      0         ▅▁▁▅▁▅██▁
|      triage>billing        ok      1/min    .95      0      0         ▃▃▃▃▃▃▇█▃
|      support>refund        ok      0/min    .92      0      0         ▅▁▁▅▁▅██▁
|      planner>coder         ok      0/min    .91      0      0         ▅▁▁▅▁▅██▁
|      7 more ok                     6/min
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date
| first refusal 03:04:12   last offer 03:12:24   invoice.draft/4.0.0
| 38 dead  0 waiting  muted until 03:40:00   incident INC-2291
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
command mute edge billing>ledger 45m
wishes
|bell
|ask "op":"mute","what":"edge","name":"billing>ledger","operator":"mira","seconds":2700
command mute billing
wishes
command unmute agent kyc
wishes
|ask "op":"unmute","what":"agent","name":"kyc","operator":"mira"
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:10Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── FLOW  14 agents  19 edges ─────────────────────── v graph / TABLE / matrix ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>!! a billing>ledger      m BROKEN  1/min    .91      0     38     8m  █▇█▇█▇█▇▃
| !  b kyc>fraud             LOW     2/min    .41      1      0         ▁▂▁▁▁▁▆█▃
|    c support>notify        WAITS   1/min    .88      1      1         ▃▃▁▃▃▅▇█▃
|    d fraud>refund          WAITS   2/min    .78      4      0         ▂▂▂▂▃▅▅█▃
|    e reviewer>deploy       WAITS   0/min    .90      1      2         ▁▁▁▅▅▁▅█▁
|      intake>triage         ok      6/min    .97      0      0         ▃▃▃▃▃▃▆█▄
|      triage>kyc            ok      3/min    .93      0      0         ▃▃▂▃▂▃▇█▄
|      triage>support        ok      2/min    .90      0      0         ▃▃▃▃▄▃▆█▄
|      triage>planner        ok      0/min    .95      0      0         ▅▁▁▅▁▅██▁
|      triage>billing        ok      1/min    .95      0      0         ▃▃▃▃▃▃▇█▃
|      support>refund        ok      0/min    .92      0      0         ▅▁▁▅▁▅██▁
|      planner>coder         ok      0/min    .91      0      0         ▅▁▁▅▁▅██▁
|      7 more ok                     6/min
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date
| first refusal 03:04:12   last offer 03:12:24   invoice.draft/4.0.0
| 38 dead  0 waiting  muted until 03:40:00   incident INC-2291
| mute edge FROM>TO 30m, or mute agent NAME 30m
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# Of an edge both ends are named.
command mute edge billing
wishes
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:10Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── FLOW  14 agents  19 edges ─────────────────────── v graph / TABLE / matrix ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>!! a billing>ledger      m BROKEN  1/min    .91      0     38     8m  █▇█▇█▇█▇▃
| !  b kyc>fraud             LOW     2/min    .41      1      0         ▁▂▁▁▁▁▆█▃
|    c support>notify        WAITS   1/min    .88      1      1         ▃▃▁▃▃▅▇█▃
|    d fraud>refund          WAITS   2/min    .78      4      0         ▂▂▂▂▃▅▅█▃
|    e reviewer>deploy       WAITS   0/min    .90      1      2         ▁▁▁▅▅▁▅█▁
|      intake>triage         ok      6/min    .97      0      0         ▃▃▃▃▃▃▆█▄
|      triage>kyc            ok      3/min    .93      0      0         ▃▃▂▃▂▃▇█▄
|      triage>support        ok      2/min    .90      0      0         ▃▃▃▃▄▃▆█▄
|      triage>planner        ok      0/min    .95      0      0         ▅▁▁▅▁▅██▁
|      triage>billing        ok      1/min    .95      0      0         ▃▃▃▃▃▃▇█▃
|      support>refund        ok      0/min    .92      0      0         ▅▁▁▅▁▅██▁
|      planner>coder         ok      0/min    .91      0      0         ▅▁▁▅▁▅██▁
|      7 more ok                     6/min
|── a  billing>ledger ───────────────────────────────────────────────────────────
| contract-refused: due_date: string, not date
| first refusal 03:04:12   last offer 03:12:24   invoice.draft/4.0.0
| 38 dead  0 waiting  muted until 03:40:00   incident INC-2291
| "billing" is no edge: write FROM>TO, as in planner>deployer
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
