# A recording as it ships, at a bad moment, on all screens; what else these go through: ways.h.
recording fixtures/recordings/incident.jsonl.zst
size 80x24
at 05:08:27
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:26Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── WAITING FOR YOU  17 ─────────────────────────────────────── if nobody acts ──
|> !  0:03 h-11ed   correlation~  correlator>investi~  .45 <.80  starts over
|  !  0:09 h-11ef   correlation~  correlator>investi~  .40 <.80  starts over
|  !  0:10 h-1101   root-cause@1  investigator>plann~  1 fault   to sre-lead
|  !  0:26 h-1210   correlation~  correlator>investi~  .68 <.80  starts over
|  !! 0:32 h-1135   refund-deci~  refund>ledger        .66 <.70  SHIPS EUR 574.14
|           12 more, next in 0:33
|── EDGES IN TROUBLE  6 ───────────────────────────────────────── rates >=, 1m ──
|  !! billing>ledger              BROKEN  version                     21/min  6m
|  !  support>refund              LOSES  11 of 53 died: deadline       7/min  1m
|  !  billing>refund              LOSES  5 of 23 died: deadline        3/min  1m
|  !  investigator>planner        LOSES  1 of 32 refused: other        5/min  1m
|── DEAD LETTERS  73 ────────────────────────────────────────────── new in 10m ──
|  !  version                55   billing>ledger               +55  oldest    6m
|  !  deadline               11   support>refund               +11  oldest    1m
|  !  deadline                5   billing>refund                +5  oldest    1m
|  !  stopped                 1   planner>deployer              +1  oldest    3m
|── MESH  10 of 10 agents heard ──────────────────── last 15 min, rates >=, 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▆▆██▇███▆▆██▇  >=1.9/s
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:26Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|-- WAITING FOR YOU  17 --------------------------------------- if nobody acts --
|> !  0:03 h-11ed   correlation~  correlator>investi~  .45 <.80  starts over
|  !  0:09 h-11ef   correlation~  correlator>investi~  .40 <.80  starts over
|  !  0:10 h-1101   root-cause@1  investigator>plann~  1 fault   to sre-lead
|  !  0:26 h-1210   correlation~  correlator>investi~  .68 <.80  starts over
|  !! 0:32 h-1135   refund-deci~  refund>ledger        .66 <.70  SHIPS EUR 574.14
|           12 more, next in 0:33
|-- EDGES IN TROUBLE  6 ----------------------------------------- rates >=, 1m --
|  !! billing>ledger              BROKEN  version                     21/min  6m
|  !  support>refund              LOSES  11 of 53 died: deadline       7/min  1m
|  !  billing>refund              LOSES  5 of 23 died: deadline        3/min  1m
|  !  investigator>planner        LOSES  1 of 32 refused: other        5/min  1m
|-- DEAD LETTERS  73 ---------------------------------------------- new in 10m --
|  !  version                55   billing>ledger               +55  oldest    6m
|  !  deadline               11   support>refund               +11  oldest    1m
|  !  deadline                5   billing>refund                +5  oldest    1m
|  !  stopped                 1   planner>deployer              +1  oldest    3m
|-- MESH  10 of 10 agents heard -------------------- last 15 min, rates >=, 1m --
|     handoffs  .................|||||||||||||  >=1.9/s
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:26Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── FLOW  10 agents  16 edges ───────────── events missed: counts +?, rates >= ──
|                                 ╭►!deplo~┬──────────►!billi~┳━━━━━━━a━┓
|                        ╭►!plann~┤  3/m   ╰┬► notif~╮  24/m  ╰┬►!ref~^1┻►!ledger
|       ╭►!corre~►!inves~┤  5/m   ╰─────────╯  22/m  │         ┆  11/m     24/m
| monit~┤  20/m    15/m  ╰───────────────────────────┤         b
| 30/m  ╰────────────────────────────────────────────┴►!sup~^1┄╯
|                                                       17/m
|── TROUBLE  7+? edges, worst first ─── counts 10m, rates 1m   healthy edges 9 ──
|>!! a billing>ledger     BROKEN  111 of 113 refused   21/min   conf .88      6m
| !  b support>refund     LOSES   11 of 53 died        7/min    conf .84      1m
| !  c investigator>plan~ LOSES   1 of 32 refused      5/min    conf .85      1m
| !  d planner>deployer   LOSES   1 of 20 died         3/min    conf .86      3m
| !  e billing>refund     LOSES   5 of 23 died         3/min    conf .87      1m
| !  f correlator>invest~ LOW     4 of 8 below .80     15/min   11 wait
|    g refund>ledger      WAITS   2 wait for you       3/min    conf .86
|── a  billing>ledger ───────────────────────────────────────────────────────────
| version: takes invoice-draft ^1.2, was offered 2.0.0: due_date is a text, not ~
| first refusal 05:02:10   last offer 05:08:24   invoice-draft/2.0.0, invoice-dr~
| 55 dead  0 waiting   CAUSE? 5s after billing became version 31.0.0
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:26Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── FLOW  10 agents  16 edges ───────────── events missed: counts +?, rates >= ──
|                                 ┌>!deplo~┬──────────>!billi~*=======a=\
|                        ┌>!plann~┤  3/m   └┬> notif~┐  24/m  └┬>!ref~^1*>!ledger
|       ┌>!corre~>!inves~┤  5/m   └─────────┘  22/m  │         :  11/m     24/m
| monit~┤  20/m    15/m  └───────────────────────────┤         b
| 30/m  └────────────────────────────────────────────┴>!sup~^1.┘
|                                                       17/m
|── TROUBLE  7+? edges, worst first ─── counts 10m, rates 1m   healthy edges 9 ──
|>!! a billing>ledger     BROKEN  111 of 113 refused   21/min   conf .88      6m
| !  b support>refund     LOSES   11 of 53 died        7/min    conf .84      1m
| !  c investigator>plan~ LOSES   1 of 32 refused      5/min    conf .85      1m
| !  d planner>deployer   LOSES   1 of 20 died         3/min    conf .86      3m
| !  e billing>refund     LOSES   5 of 23 died         3/min    conf .87      1m
| !  f correlator>invest~ LOW     4 of 8 below .80     15/min   11 wait
|    g refund>ledger      WAITS   2 wait for you       3/min    conf .86
|── a  billing>ledger ───────────────────────────────────────────────────────────
| version: takes invoice-draft ^1.2, was offered 2.0.0: due_date is a text, not ~
| first refusal 05:02:10   last offer 05:08:24   invoice-draft/2.0.0, invoice-dr~
| 55 dead  0 waiting   CAUSE? 5s after billing became version 31.0.0
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:26Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|-- FLOW  10 agents  16 edges ------------- events missed: counts +?, rates >= --
|                                 />!deplo~+---------->!billi~*=======a=\
|                        />!plann~+  3/m   \+> notif~\  24/m  \+>!ref~^1*>!ledger
|       />!corre~>!inves~+  5/m   \---------/  22/m  |         :  11/m     24/m
| monit~+  20/m    15/m  \---------------------------+         b
| 30/m  \--------------------------------------------+>!sup~^1./
|                                                       17/m
|-- TROUBLE  7+? edges, worst first --- counts 10m, rates 1m   healthy edges 9 --
|>!! a billing>ledger     BROKEN  111 of 113 refused   21/min   conf .88      6m
| !  b support>refund     LOSES   11 of 53 died        7/min    conf .84      1m
| !  c investigator>plan~ LOSES   1 of 32 refused      5/min    conf .85      1m
| !  d planner>deployer   LOSES   1 of 20 died         3/min    conf .86      3m
| !  e billing>refund     LOSES   5 of 23 died         3/min    conf .87      1m
| !  f correlator>invest~ LOW     4 of 8 below .80     15/min   11 wait
|    g refund>ledger      WAITS   2 wait for you       3/min    conf .86
|-- a  billing>ledger -----------------------------------------------------------
| version: takes invoice-draft ^1.2, was offered 2.0.0: due_date is a text, not ~
| first refusal 05:02:10   last offer 05:08:24   invoice-draft/2.0.0, invoice-dr~
| 55 dead  0 waiting   CAUSE? 5s after billing became version 31.0.0
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:26Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── REVIEW  17 waiting ──────────────────────────── by deadline  10 more below ──
|    DUE   HANDOFF  ARTIFACT      FROM>TO             CONF      IF NOBODY ACTS
|> !  0:03 h-11ed   correlation~  correlator>invest~  .45 <.80  starts over
|  !  0:09 h-11ef   correlation~  correlator>invest~  .40 <.80  starts over
|  !  0:10 h-1101   root-cause@1  investigator>plan~  1 fault   to sre-lead
|  !  0:26 h-1210   correlation~  correlator>invest~  .68 <.80  starts over
|  !! 0:32 h-1135   refund-deci~  refund>ledger       .66 <.70  SHIPS EUR 574.14
|  !  0:33 h-1223   correlation~  correlator>invest~  .68 <.80  starts over
|  !! 0:33 h-1253   refund-deci~  refund>ledger       .39 <.70  SHIPS EUR 1193.06
|── h-11ed  correlation-to-investigation@1 ───── [summary] payload evidence .. ──
| WHY HERE  confidence .45, the contract asks .80
| WILL DO   bad_flag: 67 alerts on gateway, payment-client
| AT 0:00   starts over: its sender offers it again, at 05:08:30
| EVIDENCE  1 of 2 missing:  + /evidence_refs/0  - /evidence_refs/1
| FROM      monitor .92 > correlator .45 > investigator
| CONTRACT  correlation-to-investigation/1.0.0  0 faults  with the taker, who wa~
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:26Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── REVIEW  17 waiting ──────────────────────────── by deadline  10 more below ──
|    DUE   HANDOFF  ARTIFACT      FROM>TO             CONF      IF NOBODY ACTS
|> !  0:03 h-11ed   correlation~  correlator>invest~  .45 <.80  starts over
|  !  0:09 h-11ef   correlation~  correlator>invest~  .40 <.80  starts over
|  !  0:10 h-1101   root-cause@1  investigator>plan~  1 fault   to sre-lead
|  !  0:26 h-1210   correlation~  correlator>invest~  .68 <.80  starts over
|  !! 0:32 h-1135   refund-deci~  refund>ledger       .66 <.70  SHIPS EUR 574.14
|  !  0:33 h-1223   correlation~  correlator>invest~  .68 <.80  starts over
|  !! 0:33 h-1253   refund-deci~  refund>ledger       .39 <.70  SHIPS EUR 1193.06
|── h-11ed  correlation-to-investigation@1 ───── [summary] payload evidence .. ──
| WHY HERE  confidence .45, the contract asks .80
| WILL DO   bad_flag: 67 alerts on gateway, payment-client
| AT 0:00   starts over: its sender offers it again, at 05:08:30
| EVIDENCE  1 of 2 missing:  + /evidence_refs/0  - /evidence_refs/1
| FROM      monitor .92 > correlator .45 > investigator
|═══ APPROVE 1 handoff  sha256:582ee807d85a9982 ═════════════ nothing sent yet ══
| !  h-11ed  correlator>investigator  correlation-to-investigation@1    due 0:03
|    bad_flag: 67 alerts on gateway, payment-client
| !  sent at once: no undo; 1 of 2 evidence missing
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
keys Esc
wait 1s
keys E
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:27Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── REVIEW  17 waiting ──────────────────────────── by deadline  10 more below ──
|    DUE   HANDOFF  ARTIFACT      FROM>TO             CONF      IF NOBODY ACTS
|> !  0:02 h-11ed   correlation~  correlator>invest~  .45 <.80  starts over
|  !  0:08 h-11ef   correlation~  correlator>invest~  .40 <.80  starts over
|  !  0:09 h-1101   root-cause@1  investigator>plan~  1 fault   to sre-lead
|  !  0:25 h-1210   correlation~  correlator>invest~  .68 <.80  starts over
|  !! 0:31 h-1135   refund-deci~  refund>ledger       .66 <.70  SHIPS EUR 574.14
|  !  0:32 h-1223   correlation~  correlator>invest~  .68 <.80  starts over
|  !! 0:32 h-1253   refund-deci~  refund>ledger       .39 <.70  SHIPS EUR 1193.06
|── h-11ed  correlation-to-investigation@1 ───── [summary] payload evidence .. ──
| WHY HERE  confidence .45, the contract asks .80
| WILL DO   bad_flag: 67 alerts on gateway, payment-client
|═══ ESCALATE 1 handoff  sha256:582ee807d85a9982 ════════════ nothing sent yet ══
| !  h-11ed  correlator>investigator  correlation-to-investigation@1    due 0:02
|    bad_flag: 67 alerts on gateway, payment-client
| !  sent at once: no undo; NOBODY IS CALLED: no hook is set; 1 of 2 evidence
|    missing
| then  the clock runs on: starts over at 05:08:30
| to    1 sre
| note  (Tab to write one)
| 1 to whom   Tab write another   any other key: go back
keys Esc
wait 1s
keys 4
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:28Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── DEAD LETTERS  73 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     55  +55       > version               billing>ledger                6m
|  !!     11  +11       > deadline              support>refund                1m
|  !!      5  +5        > deadline              billing>refund                1m
|  !!      1  +1        > stopped               planner>deployer              3m
|  !!      1  +1        > other                 investigator>planner          1m
|
|
|
|
|── billing>ledger   55 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "takes invoice-draft ^1.2, was offered 2.0.0: due~
| SINCE     05:02:13, 5s after billing became version 31.0.0 (05:02:08), the
|           newest 05:08:14
| CONTRACT  invoice-draft/2.0.0
| REQUEUE   fits 0 of 55: ledger takes invoice-draft/1.4.0, not 2.0.0 (55)
| INCIDENT  inc-2026-04-17-0227
| OWNERS    billing: team-pay  ledger: finance
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys 5
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:28Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── INCIDENTS  7 in trouble of 10 ──────────────────────────────── worst first ──
|    INCIDENT             TITLE         WORST            OPEN  AGE  WHO
|>!! inc-2026-04-17-0228                dead          4 of 38   1m  nobody
| !! inc-2026-04-17-0227                dead         21 of 48   2m  nobody
| !! inc-2026-04-17-0221                dead         39 of 69   6m  nobody
| !  inc-2026-04-17-0230                held          3 of 12  21s  nobody
| !  inc-2026-04-17-0229                held          7 of 34   1m  nobody
| !  inc-2026-04-17-0225                held          2 of 36   3m  nobody
| !  inc-2026-04-17-0224                held          1 of 26   4m  nobody
|    inc-2026-04-17-0226                completed     0 of 35   3m  nobody
|    inc-2026-04-17-0223                completed     0 of 53   5m  nobody
|    inc-2026-04-17-0222                completed     0 of 47   5m  nobody
|── inc-2026-04-17-0228 ──────────────────────────────── Enter: as a waterfall ──
| SINCE     05:06:47, the last event 05:07:25
| HANDOFFS  3 held, 34 completed, 1 dead
| EDGES     planner>deployer LOSES, investigator>planner LOSES,
|           correlator>investigator LOW
| WHO       nobody is on it (C)
|
|
| Enter open  C claim  m note  f trouble only  / filter  n next trouble  ? help
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:28Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── inc-2026-04-17-0228 ───────────────────────── 38 handoffs   1m41s   nobody ──
| 1 col = 5s   //: 52s quiet (Z)   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     05:06    //05:08
|>   +0:00   monitor>correlator    .96  ok        ●        //
|    +0:02     correlator>invest~  .86  ok        ━●       //
|    +0:09       investigator>su~  .89  ok         ━●      //
|    +0:15         support>notif~  .93  ok           ●     //
|    +0:09       investigator>pl~  .86  ok         ━●      //
|    +0:12         planner>notif~  .89  ok          ━●     //
|    +0:12         planner>deplo~  .90  ok          ●●     //
|    +0:17           deployer>no~  .95  ok           ●     //
|    +0:01   monitor>correlator    .92  ok        ━●       //
|── h-11d4  alert-batch@1  monitor>correlator ─────── .. [history] contract .. ──
| h-11d4: completed by correlator 1:39 ago
| 05:06:47.397  offered  attempt 1
| 05:06:48.279  accepted
| 05:06:49.413  completed
|
|
|
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  ? help
keys Esc 6
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:28Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── REGISTRY  11 contracts in force  10 agents ──── broken now 4  5 more below ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  invoice-draft   @2 111  @1 25 billing > ledger ^1~    112     111 05:02:09
| !   root-cause      @1 52         investigator > plan~     32       0 05:02:17
| !   correlation-to~ @1 81         correlator > invest~     29       0 05:02:09
| !   customer-case   @1 100        support > refund ^1~      1       0 05:02:11
|     alert-batch     @1 201        monitor > correlato~      0       0        -
|── AGENTS ────────────────────────────────────────────────────── 8 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31.0.0 4s     24/min  .88 =           0  05:02:08 was 30.1.0
| !   support      6.8.0  2s     16/min  .87             0  -
|── DRIFT 0 ─────────────────────────────────────────────────────────────────────
|   No version is unmet, no edge carries two, nothing goes round.
|── invoice-draft ────────── [what breaks] differences who uses it history raw ──
| broken 112 of 136 offers, since 05:02:09, the last 4s ago
| refused 111 of 136 offers, since 05:02:10, the last 3s ago
|    111  version not taken  @2 billing > ledger  05:02:09 to 05:08:24  h-128a
|    111  refused: version: takes invoice-draft * was offered * due_date is  @2
|      billing > ledger  05:02:10 to 05:08:25  h-128a
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys 7
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:08:28Z  mira
|1Now 2Flow ! 3Review 17+?! 4Dead 73+?! 5Incidents 7+? 6Registry ! 7Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m  (+4 more)
|── LOG  all events ────────────────────────────────────── following, 3 missed ──
|    05:08:24.947  offered    monitor>correlator    h-128b  .93
| !! 05:08:25.196  refused    billing>ledger        h-128a  takes invoice-draft ~
|    05:08:25.253  beat       investigator
|    05:08:25.267  completed  investigator>support  h-127b
|    05:08:25.604  completed  monitor>correlator    h-1289
| !  05:08:25.633  fallback   support>refund        h-11ea  dead_letter
|    05:08:25.680  offered    monitor>support       h-128c  .94
|    05:08:25.958  accepted   monitor>correlator    h-128b
|    05:08:25.994  beat       planner
|    05:08:26.241  accepted   monitor>support       h-128c
|    05:08:26.298  completed  monitor>correlator    h-1284
|    05:08:26.643  beat       deployer
|>!  05:08:26.737  fallback   billing>refund        h-11eb  dead_letter
|── fallback h-11eb  event 2738 ─────────────────────────────────────────────────
| {"specversion":"1.0","id":"h-2738","source":"hub:demo","type":"seam.handoff.fa
| llback","time":"2026-11-23T05:08:26.737707Z","data":{"handoff":"h-11eb","attem
| pt":1,"action":"dead_letter","cause":"deadline"},"recordedtime":"2026-11-23T05
| :08:26.737707Z","hubsequence":"00000000000000002738"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
size 60x20
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3  05:08:28Z
|1Now 2Flo! 3Rev 17+?! 4Dea 73+?! 5Inc 7+? 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+5 more)
|── REVIEW  17 waiting ──────── by deadline  10 more below ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00
|> !  0:01 h-11ed  correlator>inv~ .45 <.80 starts over
|  !  0:07 h-11ef  correlator>inv~ .40 <.80 starts over
|  !  0:08 h-1101  investigator>p~ 1 fault  to sre-lead
|  !  0:24 h-1210  correlator>inv~ .68 <.80 starts over
|  !! 0:30 h-1135  refund>ledger   .66 <.70 SHIPS EUR 574.14
|  !  0:31 h-1223  correlator>inv~ .68 <.80 starts over
|  !! 0:31 h-1253  refund>ledger   .39 <.70 SHIPS EUR 1193.06
|── h-11ed  correlation-to-investigation@1 ── [summary] .. ──
| WHY HERE  confidence .45, the contract asks .80
| WILL DO   bad_flag: 67 alerts on gateway, payment-client
| AT 0:00   starts over: its sender offers it again, at 05:0~
| EVIDENCE  1 of 2 missing:  + /evidence_refs/0  - /evidence~
| FROM      monitor .92 > correlator .45 > investigator
| CONTRACT  correlation-to-investigation/1.0.0  0 faults  th~
| A approve  R reject  E escalate  H hold  Space mark  ? help
size 40x14
screen
| seam [LIVE 0.4s]  LOST 3     05:08:28Z
|1N 2F! 3R 17+?! 4D 73+?! 5I 7+? 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+5)
|── REVIEW  17 waiting ────── 12 below ──
|    DUE   FROM>TO         CONF AT 0:00
|> !  0:01 correlator>inv~ .45  restarts
|  !  0:07 correlator>inv~ .40  restarts
|  !  0:08 investigator>p~ 1flt escalates
|  !  0:24 correlator>inv~ .68  restarts
|  !! 0:30 refund>ledger   .66  SHIPS
|── h-11ed ────── [summary] payload .. ──
| conf .45, needs .80; 1 of 2 missing
| bad_flag: 67 alerts on gateway, paymen~
| A approve  R reject  E escalate  ? help
size 24x5
screen
|seam [LIVE 0.4s] LOST 3
|!! 2 SHIP in <60s  (+5)
|review 17+?  dead 73+?
|next 0:01 correlator>in~
|(grow to 36x10 to act)
size 120x36
keys 5
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3  10/10 agents                              Mon 23 Nov  05:08:28Z  mira
| 1 Now   2 Flow !   3 Review 17+?!   4 Dead 73+?!   5 Incidents 7+?   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m    !  73 dead letters, +73 in 10m  (+3 more)
|── INCIDENTS  7 in trouble of 10 ──────────────────────────────────────────────────────────────────────── worst first ──
|    INCIDENT             TITLE                     WORST            OPEN  AGE  WHO           EDGES IN TROUBLE
|>!! inc-2026-04-17-0228                            dead          4 of 38   1m  nobody        planner>deployer +2
| !! inc-2026-04-17-0227                            dead         21 of 48   2m  nobody        billing>ledger +3
| !! inc-2026-04-17-0221                            dead         39 of 69   6m  nobody        billing>ledger +5
| !  inc-2026-04-17-0230                            held          3 of 12  21s  nobody        investigator>planner +1
| !  inc-2026-04-17-0229                            held          7 of 34   1m  nobody        support>refund +4
| !  inc-2026-04-17-0225                            held          2 of 36   3m  nobody        planner>deployer +5
| !  inc-2026-04-17-0224                            held          1 of 26   4m  nobody        planner>deployer +2
|    inc-2026-04-17-0226                            completed     0 of 35   3m  nobody        planner>deployer +2
|    inc-2026-04-17-0223                            completed     0 of 53   5m  nobody        planner>deployer +4
|    inc-2026-04-17-0222                            completed     0 of 47   5m  nobody        planner>deployer +4
|
|
|
|
|── inc-2026-04-17-0228 ──────────────────────────────────────────────────────────────────────── Enter: as a waterfall ──
| SINCE     05:06:47, the last event 05:07:25
| HANDOFFS  3 held, 34 completed, 1 dead
| EDGES     planner>deployer LOSES, investigator>planner LOSES, correlator>investigator LOW
| WHO       nobody is on it (C)
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
| Enter open  C claim  m note  f trouble only  / filter  n next trouble  Space mark  s sort  c copy  ? help
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3  10/10 agents                              Mon 23 Nov  05:08:28Z  mira
| 1 Now   2 Flow !   3 Review 17+?!   4 Dead 73+?!   5 Incidents 7+?   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 6m    !  73 dead letters, +73 in 10m  (+3 more)
|── REVIEW  17 waiting ───────────────────────────────────────────────────────────────────── by deadline  6 more below ──
|    DUE   HANDOFF  ARTIFACT                 FROM>TO                  CONF      IF NOBODY ACTS     AGE   WILL DO
|> !  0:01 h-11ed   correlation-to-investi~  correlator>investigator  .45 <.80  starts over        1m    bad_flag: 67 ~
|  !  0:07 h-11ef   correlation-to-investi~  correlator>investigator  .40 <.80  starts over        1m    bad_flag: 136 ~
|  !  0:08 h-1101   root-cause@1             investigator>planner     1 fault   to sre-lead        3m    recent_deploy ~
|  !  0:24 h-1210   correlation-to-investi~  correlator>investigator  .68 <.80  starts over        1m    recent_deploy: ~
|  !! 0:30 h-1135   refund-decision@3        refund>ledger            .66 <.70  SHIPS EUR 574.14   3m    refund EUR ~
|  !  0:31 h-1223   correlation-to-investi~  correlator>investigator  .68 <.80  starts over        58s   recent_deploy: ~
|  !! 0:31 h-1253   refund-decision@3        refund>ledger            .39 <.70  SHIPS EUR 1193.06  28s   refund EUR ~
|  !  0:33 h-1227   correlation-to-investi~  correlator>investigator  .44 <.80  starts over        56s   pool_exhausted:~
|  !  0:37 h-1231   correlation-to-investi~  correlator>investigator  .66 <.80  starts over        52s   queue_backlog: ~
|  !  0:59 h-124f   correlation-to-investi~  correlator>investigator  .40 <.80  starts over        30s   bad_flag: 102 ~
|  !  1:02 h-125c   correlation-to-investi~  correlator>investigator  .42 <.80  starts over        27s   bad_flag: 82 ~
|── h-11ed  correlation-to-investigation@1  correlator>investigator ─── [summary] payload evidence history contract .. ──
| WHY HERE  confidence .45, the contract asks .80           │ {
| WILL DO   bad_flag: 67 alerts on gateway, payment-client  │   "incident_id": "inc-2026-04-17-0228",
| AT 0:00   starts over: its sender offers it again, at     │   "signal_types": ["metric","log","trace"],
|           05:08:30                                        │   "services": ["gateway","payment-client"],
| EVIDENCE  1 of 2 missing:  + /evidence_refs/0  -          │   "time_window": {
|           /evidence_refs/1                                │     "start": "2026-04-17T23:04:56Z",
| FROM      monitor .92 > correlator .45 > investigator     │     "duration_seconds": 178
| CONTRACT  correlation-to-investigation/1.0.0  0 faults    │   },
|           the taker waits                                 │   "alert_count": 67,
| SCOPE     a cluster of alerts that belong together, and a │   "primary_hypothesis": "bad_flag",
|           first guess at the cause; not what to do about  │   "evidence_refs": ["deploy:prod-f44799"],
|           it, who is to blame                             │   "confidence": 0.45,      < .80 asked
| LIKE THIS 81 offered, all in the last hour                │   "fallback": "requeue_if_not_progressed_within_90s"
| OWNERS    correlator: sre  investigator: sre              │ }
|── sent in the last 5 min ─────────────────────────────────────────────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
wishes
|bell
|drop-keys
|claim h-11ed by mira 300
|release h-11ed by mira 0
|drop-keys
|claim h-11ed by mira 300
|release h-11ed by mira 0
