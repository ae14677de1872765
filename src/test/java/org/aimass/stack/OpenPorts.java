package org.aimass.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a process of this machine listens on, read from Linux' {@code /proc} as {@code ss -ltnup} does. */
final class OpenPorts {
    private static final String LISTENING = "0A";

    private OpenPorts() {}

    static boolean canBeRead() {
        return Files.exists(Path.of("/proc/net/tcp"));
    }

    /** Such as {@code tcp 127.0.0.1:8080} or {@code udp6 *:2904}; the addresses ::1 and 127.x as 127.0.0.1, all addresses as *. */
    static Set<String> of(long pid) throws IOException {
        Set<String> sockets = sockets(pid);
        Set<String> open = new TreeSet<>();
        for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path table = Path.of("/proc/net", protocol);
            if (!Files.exists(table)) {
                continue;
            }
            for (String line : Files.readAllLines(table)) {
                String[] fields = line.trim().split("\\s+", -1);
                if (fields.length > 9
                        && sockets.contains(fields[9])
                        && (protocol.startsWith("udp") || fields[3].equals(LISTENING))) {
                    String[] local = fields[1].split(":", -1);
                    open.add(protocol + " " + address(local[0]) + ":" + Integer.parseInt(local[1], 16));
                }
            }
        }
        return open;
    }

    private static Set<String> sockets(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    continue;
                }
                String target = Files.readSymbolicLink(file).toString();
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            }
        }
        return inodes;
    }

    /** The kernel writes IPv4 as one little-endian word, also inside an IPv6 address. */
    private static String address(String hexadecimal) {
        if (hexadecimal.matches("0+")) {
            return "*";
        }
        boolean loopback = hexadecimal.endsWith("0100007F")
                || hexadecimal.equals("00000000000000000000000001000000")
                || hexadecimal.matches(".{6}7F");
        return loopback ? "127.0.0.1" : hexadecimal;
    }
}
