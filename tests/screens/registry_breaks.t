# Registry: contracts that are broken though nobody refuses them, and the ways to their handoffs.
recording tests/screens/data/broken.jsonl
size 80x24
at end
keys 6
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:30:16Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead  5 Incidents  6 Registry !  7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── REGISTRY  3 contracts in force  4 agents ─────────── broken now 1  drift 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!   shop.order      @9 1  @1.1.0~ cart > stock ^1           9       1 04:23:30
| !   price.list      @1 40         pricing > shop ^1         0       0        -
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !   cart         8      1s     2/min   .83             0  -
|     pricing      -      0s     2/min   .72             0  -
|     shop         -      0s     -       -               0  -
|     stock        -      1s     -       -               0  -
|── DRIFT 2 ─────────────────────────────────────────────────────────────────────
| !   cart>stock: shop.order 9.0.0 is not in force                      1    46s
| !   price.list/1.0.0 changed under the same version                         5m
|── shop.order ───────────── [what breaks] differences who uses it history raw ──
| broken 9 of 40 offers, since 04:23:30, the last 1s ago
| refused 1 of 40 offers, since 04:24:15, the last 6m ago
|      9  /items/*/qty: string, not number  @1.0.0 cart > stock  04:23:30 to
|        04:30:15  o-39
|      4  /order: missing  @1.0.0 cart > stock  04:23:30 to 04:30:15  o-39
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# zoomed: from line to line, and Enter to the handoff of the one under the cursor
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:30:16Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead  5 Incidents  6 Registry !  7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── shop.order ───────────── [what breaks] differences who uses it history raw ──
| broken 9 of 40 offers, since 04:23:30, the last 1s ago
| refused 1 of 40 offers, since 04:24:15, the last 6m ago
|>     9  /items/*/qty: string, not number  @1.0.0 cart > stock  04:23:30 to
|        04:30:15  o-39
|      4  /order: missing  @1.0.0 cart > stock  04:23:30 to 04:30:15  o-39
|      1  refused: contract: no number in line *  @1.0.0 cart > stock  04:24:15
|        o-31
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
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys j Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:30:16Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead  5 Incidents  6 Registry !  7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── LOG  all events ────────────────────────────────────── stands, End follows ──
| !  04:28:45.000  flagged    cart>stock    o-37  1 violation: /items/37/qty: st~
|    04:28:45.200  completed  cart>stock    o-37
|    04:28:46.000  offered    pricing>shop  p-37  .72
|    04:28:46.200  completed  pricing>shop  p-37
|    04:29:30.000  offered    cart>stock    o-38  .83
|    04:29:30.200  completed  cart>stock    o-38
|    04:29:31.000  offered    pricing>shop  p-38  .73
|    04:29:31.200  completed  pricing>shop  p-38
|    04:30:15.000  offered    cart>stock    o-39  .84
| !  04:30:15.000  flagged    cart>stock    o-39  2 violations: /items/39/qty: s~
|>   04:30:15.200  completed  cart>stock    o-39
|    04:30:16.000  offered    pricing>shop  p-39  .74
|    04:30:16.200  completed  pricing>shop  p-39
|── completed o-39  event 176 ───────────────────────────────────────────────────
| {"specversion":"1.0","id":"stock-41","source":"agent:stock","run":"r1","sequen
| ce":"00000000000000000041","type":"seam.handoff.completed","time":"2026-11-23T
| 04:30:15.200000Z","data":{"handoff":"o-39","attempt":1},"recordedtime":"2026-1
| 1-23T04:30:15.200000Z","hubsequence":"00000000000000000176"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
# a contract that changed under its version: whom that breaks, and its history
keys 6 q j ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:30:16Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead  5 Incidents  6 Registry !  7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── REGISTRY  3 contracts in force  4 agents ─────────── broken now 1  drift 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !   shop.order      @9 1  @1.1.0~ cart > stock ^1           9       1 04:23:30
|>!   price.list      @1 40         pricing > shop ^1         0       0        -
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !   cart         8      1s     2/min   .83             0  -
|     pricing      -      0s     2/min   .72             0  -
|     shop         -      0s     -       -               0  -
|     stock        -      1s     -       -               0  -
|── DRIFT 2 ─────────────────────────────────────────────────────────────────────
| !   cart>stock: shop.order 9.0.0 is not in force                      1    46s
| !   price.list/1.0.0 changed under the same version                         5m
|── price.list ───────────── what breaks [differences] who uses it history raw ──
| ! price.list/1.0.0 changed under the same version:
| ! /price  {type: number} -> {type: string}
|     breaks takers and senders: taken by shop; sent by pricing
| not compatible: 1 breaks a taker, 1 breaks a sender of 1.0.0
| an agent cannot tell the two apart: this must be another version
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys ] ] z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:30:16Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead  5 Incidents  6 Registry !  7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── price.list ───────────── what breaks differences who uses it [history] raw ──
| 04:00:00  price.list/1.0.0 loaded
|>04:01:01  first price.list/1.0.0 from pricing to shop
| 04:25:00  price.list/1.0.0 changed under the same version
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
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# what drifts: who still sends what, and from there to the edge
keys q Tab Tab Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:30:16Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead  5 Incidents  6 Registry !  7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── version nobody knows ────────────────────────────────────────────────────────
| cart>stock: shop.order 9.0.0 is not in force
| version nobody knows: an edge carries a version that is not in force, of a
|   contract that is or was: load it, or send one that is in force
| 1 handoff, since 04:29:30, the last 04:29:30
|>cart sends 9.0.0: 1 offer, the last 04:29:30
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
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:30:16Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead  5 Incidents  6 Registry !  7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── LOG ──────────────────────── 89 hidden, filter: edge=cart>stock  following ──
| !  04:27:15.000  flagged    cart>stock  o-35  1 violation: /items/35/qty: stri~
|    04:27:15.200  completed  cart>stock  o-35
|    04:28:00.000  offered    cart>stock  o-36  .81
| !  04:28:00.000  flagged    cart>stock  o-36  2 violations: /items/36/qty: str~
|    04:28:00.200  completed  cart>stock  o-36
|    04:28:45.000  offered    cart>stock  o-37  .82
| !  04:28:45.000  flagged    cart>stock  o-37  1 violation: /items/37/qty: stri~
|    04:28:45.200  completed  cart>stock  o-37
|    04:29:30.000  offered    cart>stock  o-38  .83
|    04:29:30.200  completed  cart>stock  o-38
|    04:30:15.000  offered    cart>stock  o-39  .84
| !  04:30:15.000  flagged    cart>stock  o-39  2 violations: /items/39/qty: str~
|>   04:30:15.200  completed  cart>stock  o-39
|── completed o-39  event 176 ───────────────────────────────────────────────────
| {"specversion":"1.0","id":"stock-41","source":"agent:stock","run":"r1","sequen
| ce":"00000000000000000041","type":"seam.handoff.completed","time":"2026-11-23T
| 04:30:15.200000Z","data":{"handoff":"o-39","attempt":1},"recordedtime":"2026-1
| 1-23T04:30:15.200000Z","hubsequence":"00000000000000000176"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
size 60x20
keys 6 q
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    04:30:16Z
|1Now 2Flow ! 3Review 4Dead 5Incidents 6Registry ! 7Log
|!  cart>stock: 9 break shop.order/1.0.0  (+1 more)
|── REGISTRY  3 contracts in force  4 agents ────────────────
|     CONTRACT        SEEN      PUBLISHES > ~ BROKEN REFUSED
| !   shop.order      @9 1  @1~ cart > stock~      9       1
| !   price.list      @1 40     pricing > sh~      0       0
|── AGENTS ────────────────────────────────── 1 more below ──
|     AGENT      VER    HEARD  OUT/1m  CONF p50   CHANGED
| !   cart       8      1s     2/min   .83        -
|     pricing    -      0s     2/min   .72        -
|     shop       -      0s     -       -          -
|── DRIFT 2 ─────────────────────────────────────────────────
|>!   cart>stock: shop.order 9.0.0 is not in force  1    46s
| !   price.list/1.0.0 changed under the same vers~       5m
|── version nobody knows ────────────────────────────────────
| cart>stock: shop.order 9.0.0 is not in force
| version nobody knows: an edge carries a version that is
|   not in force, of a contract that is or was: load it, or
| Enter open  Tab pane  ] tab  o handoffs  ? help
keys Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    04:30:16Z
|1Now 2Flow ! 3Review 4Dead 5Incidents 6Registry ! 7Log
|!  cart>stock: 9 break shop.order/1.0.0  (+1 more)
|── REGISTRY  3 contracts in force  4 agents ────────────────
|     CONTRACT        SEEN      PUBLISHES > ~ BROKEN REFUSED
| !   shop.order      @9 1  @1~ cart > stock~      9       1
|>!   price.list      @1 40     pricing > sh~      0       0
|── AGENTS ────────────────────────────────── 1 more below ──
|     AGENT      VER    HEARD  OUT/1m  CONF p50   CHANGED
| !   cart       8      1s     2/min   .83        -
|     pricing    -      0s     2/min   .72        -
|     shop       -      0s     -       -          -
|── DRIFT 2 ─────────────────────────────────────────────────
| !   cart>stock: shop.order 9.0.0 is not in force  1    46s
| !   price.list/1.0.0 changed under the same vers~       5m
|── price.list ────────────────────────────── [history] .. ──
| 04:00:00  price.list/1.0.0 loaded
| 04:01:01  first price.list/1.0.0 from pricing to shop
| 04:25:00  price.list/1.0.0 changed under the same version
| Enter open  Tab pane  ] tab  o handoffs  ? help
keys Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    04:30:16Z
|1Now 2Flow ! 3Review 4Dead 5Incidents 6Registry ! 7Log
|!  cart>stock: 9 break shop.order/1.0.0  (+1 more)
|── REGISTRY  3 contracts in force  4 agents ────────────────
|     CONTRACT        SEEN      PUBLISHES > ~ BROKEN REFUSED
| !   shop.order      @9 1  @1~ cart > stock~      9       1
| !   price.list      @1 40     pricing > sh~      0       0
|── AGENTS ────────────────────────────────── 1 more below ──
|     AGENT      VER    HEARD  OUT/1m  CONF p50   CHANGED
|>!   cart       8      1s     2/min   .83        -
|     pricing    -      0s     2/min   .72        -
|     shop       -      0s     -       -          -
|── DRIFT 2 ─────────────────────────────────────────────────
| !   cart>stock: shop.order 9.0.0 is not in force  1    46s
| !   price.list/1.0.0 changed under the same vers~       5m
|── cart ────────────────────────────────────────────────────
| IS        version 8  model ?  run r1  up
| CONF      .83, the median of 40 handoffs
| SENDS     shop.order/^1
| Enter open  Tab pane  ] tab  o handoffs  ? help
size 120x36
keys k
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  4/4 agents                                  Mon 23 Nov  04:30:16Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead   5 Incidents   6 Registry !   7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── REGISTRY  3 contracts in force  4 agents ─────────────────────────────────────────────────── broken now 1  drift 2 ──
|     CONTRACT                     VERSIONS SEEN                  PUBLISHES > TAKES              BROKEN REFUSED    SINCE
| !   shop.order                   @9 1  @1.1.0 4  @1.0.0 35      cart @9 @1 > stock ^1               9       1 04:23:30
| !   price.list                   @1 40                          pricing @1 > shop ^1                0       0        -
|── AGENTS ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
|     AGENT                    VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>!   cart                     8      1s     2/min   .83             0  -
|     pricing                  -      0s     2/min   .72             0  -
|     shop                     -      0s     -       -               0  -
|     stock                    -      1s     -       -               0  -
|── DRIFT 2 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
| !   cart>stock: shop.order 9.0.0 is not in force                                                              1    46s
| !   price.list/1.0.0 changed under the same version                                                                 5m
|── cart ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
| IS        version 8  model ?  run r1  up
| CONF      .83, the median of 40 handoffs
| SENDS     shop.order/^1
| ACCEPTS   it has not said
| to        stock  2/min  conf .83 of 40  shop.order/1.0.0  shop.order/1.1.0  shop.order/9.0.0  LOSES  9 broken, 1
|   refused
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
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  f trouble only  s sort  / filter  c copy  ? help
# Flow says the same of it: what was offered last stands first among what was seen
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  4/4 agents                                  Mon 23 Nov  04:30:16Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead   5 Incidents   6 Registry !   7 Log
|!  cart>stock: 9 break shop.order/1.0.0    !  registry drift 2
|── FLOW  4 agents  2 edges  1 in trouble ─── layout pinned 04:30   under a name: handoffs through it (1m), confidence ──
|!cart ┄┄┄┄a┄►!stock                                                                  │── a  cart>stock ─────────────────
| 2/m          2/m                                                                    │ WHY       contract
|                                                                                     │ SINCE     first refusal 04:24:15
| pricing────► shop                                                                   │           last offer 04:30:15
| 2/m          2/m                                                                    │ NOW       0 dead  0 waiting
|                                                                                     │ PACE      2/min (1m)  conf .83
|                                                                                     │ PASSED    40 offered, 39
|                                                                                     │           completed
|                                                                                     │ CONTRACT  shop.order/1.0.0,
|                                                                                     │           shop.order/1.1.0
|                                                                                     │ SEEN      shop.order/1.0.0 35 (9
|                                                                                     │           broken, 1 refused),
|                                                                                     │           shop.order/9.0.0 1, sh~
|                                                                                     │ FAULTS    1 unknown contract, 9
|                                                                                     │           schema, 1 version not ~
|                                                                                     │
|                                                                                     │ refused/min, last 15 min
|                                                                                     │ ▁▁▁▁▁▁▁▁█▁▁▁▁▁▁
|                                                                                     │ conf p50 .83 p5 .80, last 40
|                                                                                     │ ⠒⠒⠒⠑⠒⠒⠊⠒⠒⠒⠑⠒⠒⠊⠒⠒⠒⠑⠒⠒
|                                                                                     │
|                                                                                     │ done p50 200ms p95 200ms, last 39
|                                                                                     │ ⠈⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
|                                                                                     │
|                                                                                     │
|                                                                                     │
|── TROUBLE  1 edge ─────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 1 ──
|>!  a cart>stock                   LOSES   1 of 14 refused      2/min    conf .83   dead 0      waits 0              6m
|
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
