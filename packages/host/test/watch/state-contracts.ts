import { type Contract, defineContract } from "@polyplug/host";

/** The worlds of `state.wit`, as `contract` of `@polyplug/bindgen` gives them. */
export const stateful: Contract = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHawFBAgFBBwFAAAB5BAAHdmVyc2lvbgEAAXB9AUAAAAEEAAxleHBvcnQtc3RhdGUBAgFAAQVzdGF0ZQEBAAQADGltcG9ydC1zdGF0ZQEDBAAZdGVzdDpzdGF0ZS9zdGF0ZWZ1bEAxLjAuMAQACw4BAAhzdGF0ZWZ1bAMAAAAvCXByb2R1Y2VycwEMcHJvY2Vzc2VkLWJ5AQ13aXQtY29tcG9uZW50BzAuMjYyLjA=",
);
export const other: Contract = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHYwFBAgFBBgFAAAB5BAAHdmVyc2lvbgEABAAMZXhwb3J0LXN0YXRlAQABcH0BQAEFc3RhdGUBAQAEAAxpbXBvcnQtc3RhdGUBAgQAFnRlc3Q6c3RhdGUvb3RoZXJAMS4wLjAEAAsLAQAFb3RoZXIDAAAALwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQENd2l0LWNvbXBvbmVudAcwLjI2Mi4w",
);
