package org.aimass.child;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stands for an engine that a hostile file has taken over: tries each act that it is told, in every way that it knows, and answers in
 * one line whether one of them worked. Started as {@code EvilChild ACT,ACT PLACE=VALUE ... --exit-with-parent --deadline 60}. What Java
 * has no call for, perl does, which is part of every Debian.
 */
@SuppressWarnings("SystemOut")
public final class EvilChild {

    static final String WORKED = "worked";

    private static final int MEBIBYTE = 1 << 20;

    private final Map<String, String> places = new HashMap<>();

    private EvilChild(List<String> places) {
        for (String place : places) {
            String[] parts = place.split("=", 2);
            this.places.put(parts[0], parts[1]);
        }
    }

    public static void main(String[] arguments) {
        FakeEngine.exitWithParent();
        List<String> words = List.of(arguments);
        EvilChild child = new EvilChild(words.subList(1, words.indexOf("--exit-with-parent")));
        for (String act : words.get(0).split(",", -1)) {
            System.out.println(act + ": " + child.attempt(act));
        }
    }

    private String attempt(String act) {
        String why = "";
        for (Way way : ways(act)) {
            try {
                way.go();
                return WORKED;
            } catch (Exception e) {
                why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            }
        }
        return "failed (" + why + ")";
    }

    private List<Way> ways(String act) {
        String parent = "/proc/" + at("parent");
        return switch (act) {
            case "read the store" ->
                List.of(
                        () -> Files.readString(path("store")),
                        () -> list(path("store").resolveSibling("")));
            case "read a signing key" -> List.of(() -> Files.readString(path("key")));
            case "read the parent's environment" -> List.of(() -> Files.readAllBytes(Path.of(parent, "environ")));
            case "connect to the database" -> List.of(this::connect);
            case "connect to the network" -> List.of(EvilChild::send);
            case "write outside its folder" ->
                Stream.of(
                                at("outside"),
                                "/evil",
                                "/usr/evil",
                                "/dev/evil",
                                "/dev/shm/evil",
                                "/in/evil",
                                "/proc/sys/kernel/domainname")
                        .<Way>map(file -> () -> Files.writeString(Path.of(file), "evil"))
                        .toList();
            case "write into another run's folder" ->
                List.of(() -> Files.writeString(path("other").resolve("evil"), "evil"));
            case "change its inputs" ->
                List.of(
                        () -> Files.writeString(path("input"), "evil"),
                        () -> Files.writeString(path("input"), "evil", StandardOpenOption.APPEND),
                        () -> Files.delete(path("input")),
                        () -> Files.move(path("input"), path("input").resolveSibling("evil")),
                        () -> run("/bin/chmod", "0666", at("input")));
            case "fork without end" ->
                List.of(() ->
                        perl("for (1..3000) { my $p = fork; exit 1 if !defined $p; if (!$p) { sleep 30; exit } }"));
            case "signal the parent" -> List.of(() -> perl("exit(kill('CONT', " + at("parent") + ") == 1 ? 0 : 1)"));
            case "trace the parent" -> List.of(() -> trace(at("parent")), () -> readMemory(parent));
            case "see other processes" -> List.of(() -> Files.readString(Path.of(parent, "status")), this::countOthers);
            case "mount a file system" ->
                List.of(
                        () -> run("/bin/mount", "-t", "tmpfs", "none", "/tmp"),
                        () -> run("/usr/bin/unshare", "-Urm", "/bin/mount", "-t", "tmpfs", "none", "/tmp"));
            case "change its root or user" ->
                List.of(
                        () -> perl("exit(chroot('/tmp') ? 0 : 1)"),
                        () -> perl("use POSIX; exit(POSIX::setuid($< == 1 ? 2 : 1) ? 0 : 1)"),
                        () -> perl("use POSIX; exit(POSIX::setgid($( == 1 ? 2 : 1) ? 0 : 1)"));
            case "open a device" ->
                Stream.of(
                                "/dev/mem",
                                "/dev/kmsg",
                                "/dev/fuse",
                                "/dev/net/tun",
                                "/dev/kvm",
                                "/dev/sda",
                                "/dev/vda",
                                "/tmp/device")
                        .<Way>map(device -> () -> open(Path.of(device)))
                        .toList();
            case "fill the disk" -> List.of(() -> fill(Path.of("."), 300), () -> growAnswer());
            default -> throw new IllegalArgumentException(act);
        };
    }

    private String at(String place) {
        return places.getOrDefault(place, "none");
    }

    private Path path(String place) {
        return Path.of(at(place));
    }

    private static void list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            demand(files.findAny().isPresent(), "nothing there");
        }
    }

    private void connect() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(at("database"))).close();
    }

    /** One packet to an address that documents use (RFC 5737): where there is a network, it is taken. */
    private static void send() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, new InetSocketAddress("192.0.2.1", 9)));
        }
    }

    private static void trace(String parent) throws Exception {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        // PTRACE_SEIZE, which does not stop whom it takes hold of
        perl("exit(syscall(" + (arm ? 117 : 101) + ", 0x4206, " + parent + ", 0, 0) == 0 ? 0 : 1)");
    }

    private static void readMemory(String parent) throws IOException {
        new RandomAccessFile(parent + "/mem", "r").close();
    }

    private void countOthers() throws IOException {
        demand(ProcessHandle.allProcesses().count() > 16, "its own alone");
    }

    private static void open(Path device) throws Exception {
        if (device.startsWith("/tmp")) {
            run("/bin/mknod", device.toString(), "b", "254", "0");
        }
        Files.newInputStream(device).close();
    }

    private static void fill(Path folder, int mebibytes) throws IOException {
        byte[] block = new byte[MEBIBYTE];
        for (int i = 0; i < mebibytes; i++) {
            Files.write(folder.resolve("evil" + i), block);
        }
    }

    private static void growAnswer() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile("outcome.json", "rw")) {
            file.setLength((1L << 30) + 1);
        }
    }

    private static void perl(String program) throws Exception {
        run("/usr/bin/perl", "-e", program);
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readNBytes(200), java.nio.charset.StandardCharsets.UTF_8);
        int code = process.waitFor();
        demand(code == 0, command[0] + " ended with " + code + " " + said.strip());
    }

    private static void demand(boolean fact, String otherwise) throws IOException {
        if (!fact) {
            throw new IOException(otherwise);
        }
    }

    private interface Way {
        void go() throws Exception;
    }
}
