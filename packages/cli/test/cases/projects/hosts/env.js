export const acme = { log: (count, share) => console.log(`log ${count} ${share}`) };
