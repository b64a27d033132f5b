/**
 * Thrown where a guest's function came back although the instance had ended while it ran: it caught what was thrown
 * through it. It stands for no error of its own, since what ended the instance is known already.
 */
export const swallowedEnd: object = Object.freeze({ message: "the guest swallowed its own end" });
