package io.github.mlmaven.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server that breaks or falls silent after so many bytes of its answers. */
public final class Relay implements AutoCloseable {

    /** What becomes of the way. */
    public enum Fault {
        /** Nothing comes any more, and nobody says so. */
        SILENCE,
        /** The connection is closed. */
        DROP
    }

    private final ServerSocket socket;
    private final int server;
    private final Fault fault;
    private final AtomicLong left;
    private final List<Socket> open = new ArrayList<>();

    private Relay(ServerSocket socket, int server, Fault fault, long bytes) {
        this.socket = socket;
        this.server = server;
        this.fault = fault;
        this.left = new AtomicLong(bytes);
    }

    /** A way that has the fault after some bytes. */
    public static Relay to(int server, Fault fault, long bytes) throws IOException {
        ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Relay relay = new Relay(socket, server, fault, bytes);
        start(relay::accept);
        return relay;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = keep(socket.accept());
            Socket behind = keep(new Socket(InetAddress.getLoopbackAddress(), server));
            start(() -> client.getInputStream().transferTo(behind.getOutputStream()));
            start(() -> answer(behind.getInputStream(), client));
        }
    }

    private void answer(InputStream from, Socket client) throws IOException {
        OutputStream to = client.getOutputStream();
        byte[] bytes = new byte[512];
        for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
            if (left.addAndGet(-count) < 0) {
                if (fault == Fault.DROP) {
                    client.close();
                }
                return;
            }
            to.write(bytes, 0, count);
        }
    }

    private synchronized Socket keep(Socket kept) {
        open.add(kept);
        return kept;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One of its ends is closed, as it is meant to be.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
