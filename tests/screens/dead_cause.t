# Dead letters by what was wrong: a row for each cause, and what was new when it began.
recording tests/screens/data/versions.jsonl
size 80x24
at end
keys 4
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     20  +20       > version               billing>ledger                8m
|  !!      6  +5        v contract              billing>ledger               10m
|          4              > @4  /amount: below the minimum 0                  6m
|          2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|── billing>ledger   20 letters ─────────────────────────────────────────────────
| WHY       ledger: "takes 3.0.0, got 4.0.0 in inv-422"
| SINCE     03:04:12, 7s after billing became version 31 (03:04:05), the newest
|           03:11:32
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 0 of 20: ledger does not take invoice.draft/4.0.0 (20)
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     20  +20       > version               billing>ledger                8m
|> !!      6  +5        v contract              billing>ledger               10m
|          4              > @4  /amount: below the minimum 0                  6m
|          2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|── billing>ledger   6 letters ──────────────────────────────────────────────────
| WHY       2 causes, below
| SINCE     03:02:00, the newest 03:11:52
| CONTRACT  invoice.draft/3.0.0, invoice.draft/4.0.0
| REQUEUE   fits 0 of 6: ledger does not take invoice.draft/4.0.0 (4), no fallba~
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# the cause: where, what, in which version, since when
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     20  +20       > version               billing>ledger                8m
|  !!      6  +5        v contract              billing>ledger               10m
|>         4              > @4  /amount: below the minimum 0                  6m
|          2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|── billing>ledger   4 letters ──────────────────────────────────────────────────
| WHY       hub: /amount: below the minimum 0, under @4
| SINCE     03:05:52, 1m after billing became version 31 (03:04:05), the newest
|           03:11:52
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 0 of 4: ledger does not take invoice.draft/4.0.0 (4)
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys l j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     20  +20       > version               billing>ledger                8m
|  !!      6  +5        v contract              billing>ledger               10m
|          4              v @4  /amount: below the minimum 0                  6m
|>                          i-405      03:05:52  1 try   "cannot book"
|                           i-411      03:07:52  1 try   "cannot book"
|                           i-417      03:09:52  1 try   "cannot book"
|                           i-423      03:11:52  1 try   "cannot book"
|          2              > @3  /lines/*/vat: string, not number             10m
|
|── i-405  billing>ledger ──────────────────────────────────────────── refused ──
| WHY       hub: /amount: below the minimum 0 (first of 2); ledger: "cannot book"
| SINCE     offered 03:05:52, dead 03:05:52
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   would not pass: ledger does not take invoice.draft/4.0.0
| SUMMARY   invoice inv-45
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys h
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     20  +20       > version               billing>ledger                8m
|  !!      6  +5        v contract              billing>ledger               10m
|>         4              > @4  /amount: below the minimum 0                  6m
|          2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|── billing>ledger   4 letters ──────────────────────────────────────────────────
| WHY       hub: /amount: below the minimum 0, under @4
| SINCE     03:05:52, 1m after billing became version 31 (03:04:05), the newest
|           03:11:52
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 0 of 4: ledger does not take invoice.draft/4.0.0 (4)
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys h
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     20  +20       > version               billing>ledger                8m
|> !!      6  +5        > contract              billing>ledger               10m
|
|
|
|
|
|
|
|── billing>ledger   6 letters ──────────────────────────────────────────────────
| WHY       2 causes, below
| SINCE     03:02:00, the newest 03:11:52
| CONTRACT  invoice.draft/3.0.0, invoice.draft/4.0.0
| REQUEUE   fits 0 of 6: ledger does not take invoice.draft/4.0.0 (4), no fallba~
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# marks, and what is put back, are those of the cause
keys l j Space
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ─────────────────────────────── by reason, edge  4 marked ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     20  +20       > version               billing>ledger                8m
|  !!      6  +5        v contract              billing>ledger               10m
|>*        4              > @4  /amount: below the minimum 0                  6m
|          2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|── billing>ledger   4 letters ──────────────────────────────────────────────────
| WHY       hub: /amount: below the minimum 0, under @4
| SINCE     03:05:52, 1m after billing became version 31 (03:04:05), the newest
|           03:11:52
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 0 of 4: ledger does not take invoice.draft/4.0.0 (4)
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys B
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ─────────────────────────────── by reason, edge  4 marked ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     20  +20       > version               billing>ledger                8m
|  !!      6  +5        v contract              billing>ledger               10m
|>*        4              > @4  /amount: below the minimum 0                  6m
|          2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|═══ PUT BACK 4 dead letters  sha256:af39ace9f87f6c01 ═══════ nothing sent yet ══
| !  i-405  billing>ledger  invoice.draft@4  invoice inv-45
| !  i-411  billing>ledger  invoice.draft@4  invoice inv-411
| !  i-417  billing>ledger  invoice.draft@4  invoice inv-417
| !  i-423  billing>ledger  invoice.draft@4  invoice inv-423
|    all 4 on this screen   one kind of artifact, one edge
| !  4 of 4 break their contracts; no fallback; version not taken
| how   all at once   c canary: one, ten, then the rest
| note  (Tab to write one)
| press  4  to put back   Tab note   any other key: go back
keys Esc Esc j Space Space
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!     20  +20       > version               billing>ledger                8m
|  !!      6  +5        v contract              billing>ledger               10m
|          4              > @4  /amount: below the minimum 0                  6m
|>         2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|── billing>ledger   2 letters ──────────────────────────────────────────────────
| WHY       hub: /lines/*/vat: string, not number, under @3
| SINCE     03:02:00, 2m after invoice.draft/3.0.0 was loaded (02:59:58), the
|           newest 03:03:15
| CONTRACT  invoice.draft/3.0.0
| REQUEUE   fits 0 of 2: no fallback (2)
| OWNERS    billing: team-pay  ledger: fin-core
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# filters know causes
keys / v a t Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ────────────────────────────────── 24 hidden, filter: vat ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      2  +5        v contract              billing>ledger               10m
|>         2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|
|
|── billing>ledger   2 letters ──────────────────────────────────────────────────
| WHY       hub: /lines/*/vat: string, not number, under @3
| SINCE     03:02:00, 2m after invoice.draft/3.0.0 was loaded (02:59:58), the
|           newest 03:03:15
| CONTRACT  invoice.draft/3.0.0
| REQUEUE   fits 0 of 2: no fallback (2)
| OWNERS    billing: team-pay  ledger: fin-core
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys Esc G h
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 26!   5 Incidents 1   6 Registry !   7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m    !  registry drift 2    !  1 loop
|── DEAD LETTERS  26 ───────────────────────────────────────────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                                                   OLDEST  NEWEST  REQUEUE?
|  !!     20  +20       > version                          billing>ledger                           8m      1m        no
|> !!      6  +5        > contract                         billing>ledger                          10m     48s        no
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
|
|
|
|── billing>ledger   6 letters ──────────────────────────────────────────────────────────────────────────────────────────
| WHY       2 causes, below
| SINCE     03:02:00, the newest 03:11:52
| CONTRACT  invoice.draft/3.0.0, invoice.draft/4.0.0
| REQUEUE   fits 0 of 6: ledger does not take invoice.draft/4.0.0 (4), no fallback (2)
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
size 60x20
keys l j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 4Dea 26! 5Inc 1 6Reg! 7Log
|!! billing>ledger broken for 10m  (+3 more)
|── DEAD LETTERS  26 ───────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE         OLDEST
|  !!     20  +20       > version     billing>ledger      8m
|  !!      6  +5        v contract    billing>ledger     10m
|>         4              > @4  /amount: below the m~     6m
|          2              > @3  /lines/*/vat: string~    10m
|
|
|
|── billing>ledger   4 letters ──────────────────────────────
| WHY       hub: /amount: below the minimum 0, under @4
| SINCE     03:05:52, 1m after billing became version 31
|           (03:04:05), the newest 03:11:52
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 0 of 4: ledger does not take invoice.draft/~
| INCIDENT  INC-2291
| B put back  E escalate  X discard  Space mark  ? help
size 36x10
screen
| [LIVE 0.4s]  lost 0      03:12:40Z
|1N 2F! 3R 4D 26! 5I 1 6R! 7L
|!! billing>ledger broken for ~  (+3)
|── DEAD LETTERS  26 ────────────────
|      COUNT  REASON          OLDEST
|  !!     20  > ver~ billin~      8m
|  !!      6  v con~ billin~     10m
|>         4    > @4  /amoun~     6m
|             1 more below
| B put back  E escalate  ? help
# the edge in Flow: faults rule by rule, versions seen
size 120x36
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 26!   5 Incidents 1   6 Registry !   7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m    !  registry drift 2    !  1 loop
|── FLOW  9 agents  6 edges  1 in trouble ─── layout pinned 03:12   under a name: handoffs through it (1m), confidence ──
|!billing━━a━►!ledger                                                                 │── a  billing>ledger ─────────────
| 1/m .91      1/m                                                                    │ WHY       version (20 of 25):
|                                                                                     │           takes 3.0.0, got 4.0.0
| kyc ───────► fraud                                                                  │           in inv-422; the latest:
|                                                                                     │           contract
|                                                                                     │ SINCE     first refusal 03:02:00
| crm ───────► mailer                                                                 │           last offer 03:11:52
|                                                                                     │ FIRST     i-400 03:04:12
|                                                                                     │ CAUSE?    7s after billing became
| planner────► coder ─────► reviewer^1                                                │           version 31 (03:04:05)
|                                                                                     │ NOW       26 dead  0 waiting
|                                                                                     │ PACE      1/min (1m)  conf .91
|                                                                                     │ PASSED    33 offered, 7 completed
|                                                                                     │ INCIDENT  INC-2291
|                                                                                     │ OWNERS    billing: team-pay
|                                                                                     │           ledger: fin-core
|                                                                                     │ CONTRACT  invoice.draft/4.0.0,
|                                                                                     │           invoice.draft/3.0.0
|                                                                                     │ SEEN      invoice.draft/4.0.0 24
|                                                                                     │           (24 broken, 24
|                                                                                     │           refused), invoice.draf~
|                                                                                     │
|                                                                                     │ refused/min, last 15 min
|                                                                                     │ ▁▁▁▁▄▄▆███████▄
|                                                                                     │
|                                                                                     │
|── TROUBLE  1 edge ─────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 5 ──
|>!! a billing>ledger               BROKEN  25 of 27 refused     1/min    conf .91   dead 26     waits 0             10m
|
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (reviewer>pla~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 80x24
keys v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── FLOW  9 agents  6 edges ───────────────────────── v graph / TABLE / matrix ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>!! a billing>ledger        BROKEN  1/min    .91      0     26    10m  ▆███████▄
|      kyc>fraud             ok      0/min    .43      0      0         █▇▇█▇▇█▇▁
|      crm>mailer            ok      0/min    .82      0      0         ██▅██▅██▁
|      planner>coder         ok      0/min    .74      0      0         ▁▁▁▁▁▅█▅▁
|      coder>reviewer        ok      0/min    .75      0      0         ▁▁▁▁▁▅█▅▁
|      reviewer>planner      ok      0/min    .76      0      0         ▁▁▁▁▁▅█▅▁
|
|
|
|
|
|
|
|── a  billing>ledger ───────────────────────────────────────────────────────────
| version (20 of 25): takes 3.0.0, got 4.0.0 in inv-422; the latest: contract
| first refusal 03:02:00   last offer 03:11:52   invoice.draft/4.0.0, invoice.dr~
| 26 dead  0 waiting   CAUSE? 7s after billing became version 31
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
