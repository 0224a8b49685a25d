;; Inner products of every query with every row of a block, in single precision.
;;
;; A tile of 4 queries × 3 rows is summed at once: each load of a vector is used three or four times, and the twelve sums
;; stay in registers. $s12 is the sum of query 1 with row 2, four lanes wide; lanes are added up when the tile is done.
;; kernel-bytes.ts holds this module compiled: `npm run kernel` writes it, and a test holds the two together.
(module
  (import "host" "memory" (memory 1))

  (func $addLanes (param $v v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v)))
      (f32.add (f32x4.extract_lane 2 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))

  (func (export "innerProducts")
    (param $queries i32)    ;; address of the first query
    (param $queryCount i32) ;; a multiple of 4
    (param $rows i32)       ;; address of the first row
    (param $rowCount i32)   ;; a multiple of 3
    (param $stride i32)     ;; bytes of one vector, a multiple of 16
    (param $products i32)   ;; address of the results: query after query, one float for each row

    ;; Ends of the queries and of the rows, and bytes of the results of one query.
    (local $queriesEnd i32) (local $rowsEnd i32) (local $line i32)
    ;; Addresses of the vectors of the tile, of its results, and how far into the vectors we are.
    (local $q0 i32) (local $q1 i32) (local $q2 i32) (local $q3 i32)
    (local $r0 i32) (local $r1 i32) (local $r2 i32)
    (local $p0 i32) (local $p1 i32) (local $p2 i32) (local $p3 i32)
    (local $offset i32)
    ;; Four components of a query, and of each row.
    (local $q v128) (local $x0 v128) (local $x1 v128) (local $x2 v128)
    (local $s00 v128) (local $s01 v128) (local $s02 v128)
    (local $s10 v128) (local $s11 v128) (local $s12 v128)
    (local $s20 v128) (local $s21 v128) (local $s22 v128)
    (local $s30 v128) (local $s31 v128) (local $s32 v128)

    (local.set $queriesEnd (i32.add (local.get $queries) (i32.mul (local.get $queryCount) (local.get $stride))))
    (local.set $rowsEnd (i32.add (local.get $rows) (i32.mul (local.get $rowCount) (local.get $stride))))
    (local.set $line (i32.mul (local.get $rowCount) (i32.const 4)))
    (local.set $q0 (local.get $queries))
    (local.set $p0 (local.get $products))

    (loop $nextQueries
      (local.set $q1 (i32.add (local.get $q0) (local.get $stride)))
      (local.set $q2 (i32.add (local.get $q1) (local.get $stride)))
      (local.set $q3 (i32.add (local.get $q2) (local.get $stride)))
      (local.set $p1 (i32.add (local.get $p0) (local.get $line)))
      (local.set $p2 (i32.add (local.get $p1) (local.get $line)))
      (local.set $p3 (i32.add (local.get $p2) (local.get $line)))
      (local.set $r0 (local.get $rows))

      (loop $nextRows
        (local.set $r1 (i32.add (local.get $r0) (local.get $stride)))
        (local.set $r2 (i32.add (local.get $r1) (local.get $stride)))
        (local.set $offset (i32.const 0))
        (local.set $s00 (v128.const i32x4 0 0 0 0)) (local.set $s01 (v128.const i32x4 0 0 0 0)) (local.set $s02 (v128.const i32x4 0 0 0 0))
        (local.set $s10 (v128.const i32x4 0 0 0 0)) (local.set $s11 (v128.const i32x4 0 0 0 0)) (local.set $s12 (v128.const i32x4 0 0 0 0))
        (local.set $s20 (v128.const i32x4 0 0 0 0)) (local.set $s21 (v128.const i32x4 0 0 0 0)) (local.set $s22 (v128.const i32x4 0 0 0 0))
        (local.set $s30 (v128.const i32x4 0 0 0 0)) (local.set $s31 (v128.const i32x4 0 0 0 0)) (local.set $s32 (v128.const i32x4 0 0 0 0))

        (loop $nextComponents
          (local.set $x0 (v128.load (i32.add (local.get $r0) (local.get $offset))))
          (local.set $x1 (v128.load (i32.add (local.get $r1) (local.get $offset))))
          (local.set $x2 (v128.load (i32.add (local.get $r2) (local.get $offset))))
          (local.set $q (v128.load (i32.add (local.get $q0) (local.get $offset))))
          (local.set $s00 (f32x4.add (local.get $s00) (f32x4.mul (local.get $q) (local.get $x0))))
          (local.set $s01 (f32x4.add (local.get $s01) (f32x4.mul (local.get $q) (local.get $x1))))
          (local.set $s02 (f32x4.add (local.get $s02) (f32x4.mul (local.get $q) (local.get $x2))))
          (local.set $q (v128.load (i32.add (local.get $q1) (local.get $offset))))
          (local.set $s10 (f32x4.add (local.get $s10) (f32x4.mul (local.get $q) (local.get $x0))))
          (local.set $s11 (f32x4.add (local.get $s11) (f32x4.mul (local.get $q) (local.get $x1))))
          (local.set $s12 (f32x4.add (local.get $s12) (f32x4.mul (local.get $q) (local.get $x2))))
          (local.set $q (v128.load (i32.add (local.get $q2) (local.get $offset))))
          (local.set $s20 (f32x4.add (local.get $s20) (f32x4.mul (local.get $q) (local.get $x0))))
          (local.set $s21 (f32x4.add (local.get $s21) (f32x4.mul (local.get $q) (local.get $x1))))
          (local.set $s22 (f32x4.add (local.get $s22) (f32x4.mul (local.get $q) (local.get $x2))))
          (local.set $q (v128.load (i32.add (local.get $q3) (local.get $offset))))
          (local.set $s30 (f32x4.add (local.get $s30) (f32x4.mul (local.get $q) (local.get $x0))))
          (local.set $s31 (f32x4.add (local.get $s31) (f32x4.mul (local.get $q) (local.get $x1))))
          (local.set $s32 (f32x4.add (local.get $s32) (f32x4.mul (local.get $q) (local.get $x2))))
          (local.set $offset (i32.add (local.get $offset) (i32.const 16)))
          (br_if $nextComponents (i32.lt_u (local.get $offset) (local.get $stride))))

        (f32.store (local.get $p0) (call $addLanes (local.get $s00)))
        (f32.store offset=4 (local.get $p0) (call $addLanes (local.get $s01)))
        (f32.store offset=8 (local.get $p0) (call $addLanes (local.get $s02)))
        (f32.store (local.get $p1) (call $addLanes (local.get $s10)))
        (f32.store offset=4 (local.get $p1) (call $addLanes (local.get $s11)))
        (f32.store offset=8 (local.get $p1) (call $addLanes (local.get $s12)))
        (f32.store (local.get $p2) (call $addLanes (local.get $s20)))
        (f32.store offset=4 (local.get $p2) (call $addLanes (local.get $s21)))
        (f32.store offset=8 (local.get $p2) (call $addLanes (local.get $s22)))
        (f32.store (local.get $p3) (call $addLanes (local.get $s30)))
        (f32.store offset=4 (local.get $p3) (call $addLanes (local.get $s31)))
        (f32.store offset=8 (local.get $p3) (call $addLanes (local.get $s32)))

        ;; On to the next three rows of the same queries.
        (local.set $p0 (i32.add (local.get $p0) (i32.const 12)))
        (local.set $p1 (i32.add (local.get $p1) (i32.const 12)))
        (local.set $p2 (i32.add (local.get $p2) (i32.const 12)))
        (local.set $p3 (i32.add (local.get $p3) (i32.const 12)))
        (local.set $r0 (i32.add (local.get $r2) (local.get $stride)))
        (br_if $nextRows (i32.lt_u (local.get $r0) (local.get $rowsEnd))))

      ;; $p3 now stands behind its line, which is where the next four queries begin.
      (local.set $p0 (local.get $p3))
      (local.set $q0 (i32.add (local.get $q3) (local.get $stride)))
      (br_if $nextQueries (i32.lt_u (local.get $q0) (local.get $queriesEnd))))))
