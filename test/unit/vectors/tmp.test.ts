import { exactNeighbours } from '/work/wt/v1/src/vectors/exact/exact-neighbours.js'
import { referenceNeighbours } from '/work/wt/v1/src/vectors/exact/reference-neighbours.js'
import { it } from 'vitest'
it('x', async () => {
  const n=20000,d=384,nq=64
  const values=new Float32Array(n*d).map(()=>Math.random()-0.5)
  const m={rowCount:n,dimensions:d,values,present:new Uint8Array(n).fill(1),ids:Float64Array.from({length:n},(_,i)=>i+1),tenants:new Int32Array(n),categories:new Int32Array(n)}
  const qs=Array.from({length:nq},()=>new Float32Array(d).map(()=>Math.random()-0.5))
  for (const metric of ['l2','cosine','inner product'] as const) for (let rep=0;rep<2;rep++){
  let t=performance.now(); const a=await exactNeighbours(m,qs,100,metric,null); const ta=performance.now()-t
  t=performance.now(); const b=referenceNeighbours(m,qs,100,metric,null); const tb=performance.now()-t
  console.log(metric,ta,tb,tb/ta,JSON.stringify(a)===JSON.stringify(b), n*d*nq/ta/1e6,'GMAC/s')
  }
})
