package org.aimass.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Stands between the portal and its database, passes everything on, and can cut one connection at the worst moment: the database has
 * committed, and its answer does not arrive (R8).
 */
final class DatabaseProxy implements AutoCloseable {
    private static final String COMMITTED = "COMMIT\0";
    private static final String NOTHING = "";
    /** PostgreSQL's message {@code Parse} of an insert, with the name of the statement. */
    private static final Pattern INSERT = Pattern.compile("p.{4}(s_\\d+)\0(insert into \\w+)", Pattern.DOTALL);

    private final ServerSocket socket;
    private final int database;
    private final AtomicReference<String> wanted = new AtomicReference<>(NOTHING);

    DatabaseProxy(int database) throws IOException {
        this.database = database;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next connection that inserts into the table and commits loses the answer to its commit. */
    void cutAfterCommitOfInsertInto(String table) {
        wanted.set("insert into " + table);
    }

    /** Whether it has happened. */
    boolean hasCut() {
        return Objects.requireNonNull(wanted.get()).equals(NOTHING);
    }

    private void accept() {
        try {
            while (true) {
                connect(socket.accept());
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket portal) throws IOException {
        Socket behind;
        try {
            behind = new Socket(InetAddress.getLoopbackAddress(), database);
        } catch (IOException e) {
            // a database that is not there refuses
            portal.close();
            return;
        }
        portal.setTcpNoDelay(true);
        behind.setTcpNoDelay(true);
        AtomicReference<String> inserted = new AtomicReference<>(NOTHING);
        Map<String, String> named = new HashMap<>();
        thread(() -> pass(portal, behind, text -> {
            String table = Objects.requireNonNull(wanted.get());
            String sent = text.toLowerCase(Locale.ROOT);
            INSERT.matcher(sent).results().forEach(it -> named.put(it.group(1), it.group(2)));
            if (!table.equals(NOTHING) && (sent.contains(table) || binds(sent, named, table))) {
                inserted.set(table);
            }
            return true;
        }));
        thread(() -> pass(behind, portal, text -> {
            String table = Objects.requireNonNull(inserted.get());
            return table.equals(NOTHING) || !text.contains(COMMITTED) || !wanted.compareAndSet(table, NOTHING);
        }));
    }

    /** Whether a statement is run whose text was sent long ago, for what is run often the driver gives a name. */
    private static boolean binds(String sent, Map<String, String> named, String table) {
        return named.entrySet().stream()
                .anyMatch(it -> it.getValue().equals(table) && sent.contains("\0" + it.getKey() + "\0"));
    }

    private interface Judge {
        /** False to cut here. */
        boolean passes(String text);
    }

    private static void pass(Socket from, Socket to, Judge judge) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!judge.passes(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one side is gone, and with it the other
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
