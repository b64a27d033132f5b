export default { "acme:asks/host": { find: () => "Wort" } };
