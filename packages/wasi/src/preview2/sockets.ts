import { ResultError } from "@polyplug/errors";
import type { InterfaceMembers } from "./interface-members.ts";
import type { Preview2Process } from "./preview2-process.ts";
import { refusingResource } from "./refusing-resource.ts";
import { Resource } from "./resource.ts";

/** A way into a network. It is handed out, and leads nowhere. */
class Network extends Resource {}

const denied = "access-denied";

const tcpSocketMethods =
  "startBind finishBind startConnect finishConnect startListen finishListen accept localAddress remoteAddress " +
  "isListening addressFamily setListenBacklogSize keepAliveEnabled setKeepAliveEnabled keepAliveIdleTime " +
  "setKeepAliveIdleTime keepAliveInterval setKeepAliveInterval keepAliveCount setKeepAliveCount hopLimit " +
  "setHopLimit receiveBufferSize setReceiveBufferSize sendBufferSize setSendBufferSize subscribe shutdown";

const udpSocketMethods =
  "startBind finishBind stream localAddress remoteAddress addressFamily unicastHopLimit setUnicastHopLimit " +
  "receiveBufferSize setReceiveBufferSize sendBufferSize setSendBufferSize subscribe";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/sockets/wit/network.wit | wasi:sockets/network}. */
export function network(): InterfaceMembers {
  return { Network, networkErrorCode: () => undefined };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/sockets/wit/instance-network.wit | wasi:sockets/instance-network}. */
export function instanceNetwork(process: Preview2Process): InterfaceMembers {
  return { instanceNetwork: () => new Network(process) };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/sockets/wit/ip-name-lookup.wit | wasi:sockets/ip-name-lookup}. */
export function ipNameLookup(process: Preview2Process): InterfaceMembers {
  return {
    ResolveAddressStream: refusingResource("resolveNextAddress subscribe", denied),
    resolveAddresses: refusing(process),
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/sockets/wit/tcp.wit | wasi:sockets/tcp}. */
export function tcp(): InterfaceMembers {
  return { TcpSocket: refusingResource(tcpSocketMethods, denied) };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/sockets/wit/tcp-create-socket.wit | wasi:sockets/tcp-create-socket}. */
export function tcpCreateSocket(process: Preview2Process): InterfaceMembers {
  return { createTcpSocket: refusing(process) };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/sockets/wit/udp.wit | wasi:sockets/udp}. */
export function udp(): InterfaceMembers {
  return {
    UdpSocket: refusingResource(udpSocketMethods, denied),
    IncomingDatagramStream: refusingResource("receive subscribe", denied),
    OutgoingDatagramStream: refusingResource("checkSend send subscribe", denied),
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/sockets/wit/udp-create-socket.wit | wasi:sockets/udp-create-socket}. */
export function udpCreateSocket(process: Preview2Process): InterfaceMembers {
  return { createUdpSocket: refusing(process) };
}

function refusing(process: Preview2Process): () => never {
  return () => {
    process.denied.add("sockets");
    throw new ResultError(denied);
  };
}
