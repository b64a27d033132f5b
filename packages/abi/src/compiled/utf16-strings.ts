import { maxStringByteLength } from "../limits.ts";
import type { Codec } from "./codec.ts";
import { Emitter } from "./emitter.ts";
import { hasNodeUtf16 } from "./node-buffer.ts";
import type { Strings } from "./strings.ts";

/** Code units up to which a loop over them is quicker than a call of the platform's. */
const short = 24;

/** The same for adding up characters. */
const shortToLoad = 10;

/**
 * How strings in UTF-16 are stored and loaded, as guests in AssemblyScript have them: what is short by a loop, what is
 * long by the platform, if it has what it takes. Whatever is no ordinary text is left to `byReference`.
 */
export function makeUtf16Strings(codec: Codec, byReference: Strings): Strings {
  return { store: makeStore(codec, byReference), load: makeLoad(codec, byReference) };
}

function makeStore(codec: Codec, byReference: Strings): Strings["store"] {
  const e = new Emitter(codec);
  const m = e.memory;
  const odd = e.constant(byReference.store);
  const reallocate = e.constant(codec.reallocate);
  e.line(`if(typeof v!=="string"||v.length>${maxStringByteLength / 2})return ${odd}(v);
const n=v.length;
if(n<=${short}){
for(let j=0;j<n;j++)if((v.charCodeAt(j)&0xf800)===0xd800)return ${odd}(v);
const p=${reallocate}(0,0,2,n*2),b=${m}.bytes;
for(let j=0;j<n;j++){
const u=v.charCodeAt(j);
b[p+j*2]=u;
b[p+j*2+1]=u>>8;
}
${m}.length=n;
return p;
}`);
  if (!hasNodeUtf16()) {
    e.line(`return ${odd}(v);`);
  } else {
    e.line(`if(!v.isWellFormed())return ${odd}(v);
const p=${reallocate}(0,0,2,n*2);
${m}.node.ucs2Write(v,p,n*2);
${m}.length=n;
return p;`);
  }
  return e.linkCounted("v").call as Strings["store"];
}

function makeLoad(codec: Codec, byReference: Strings): Strings["load"] {
  const e = new Emitter(codec);
  const m = e.memory;
  const odd = e.constant(byReference.load);
  e.line(`const z=n*2;
if(z>${maxStringByteLength}||p%2!==0||p+z>${m}.bytes.length||${m}.lifted+z>${codec.memory.mostLifted})return ${odd}(p,n);
if(n<=${shortToLoad}){
const b=${m}.bytes;
let t="",j=0;
for(;j<n;j++){
const u=b[p+j*2]|b[p+j*2+1]<<8;
if((u&0xf800)===0xd800)break;
t+=${e.constant(String.fromCharCode)}(u);
}
if(j===n){${m}.lifted+=z;return t;}
}`);
  if (!hasNodeUtf16()) {
    e.line(`return ${odd}(p,n);`);
  } else {
    e.line(`const t=${m}.node.ucs2Slice(p,p+z);
if(!t.isWellFormed())return ${odd}(p,n);
${m}.lifted+=z;
return t;`);
  }
  return e.linkCounted("p", "n").call as Strings["load"];
}
