package io.github.mlmaven.server;

import java.io.PrintStream;

/** One line for each answer: method, path, status, length of the answer and milliseconds. */
@FunctionalInterface
interface AccessLog {

    AccessLog OFF = (method, path, reply, nanos) -> {};

    void answered(String method, String path, Reply reply, long nanos);

    /** A log on a stream; what a client sent cannot forge or hide a line. */
    static AccessLog to(PrintStream out) {
        return (method, path, reply, nanos) -> out.println(method + " " + printable(path) + " " + reply.status() + " "
                + reply.body().length + " " + nanos / 1_000_000);
    }

    private static String printable(String path) {
        return path.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
