package org.aimass.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.aimass.shared.Sha256Digest;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.junit.jupiter.api.Test;

/** R13: a program's connection is reset (RST) in the middle of a piece, twenty times; each time it asks what arrived, and goes on there. */
@RealPortal(RealPortal.With.OWN_ORGANIZATIONS)
class UploadCutR13IT {
    private static final int CUTS = 20;
    private static final int PIECE = 20_000;
    private static final byte[] FILE = new byte[CUTS * PIECE];

    static {
        new Random(13).nextBytes(FILE);
    }

    @Test
    void goesOnAfterAResetAtAnyOfTwentyOffsets(Stack stack) throws Exception {
        Portal portal = stack.portal();
        Ask department = new Ask(portal, stack.programs().token("department", "api-read api-write"));
        Northern north = new Northern(portal, stack.programs());
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        String id = Ask.json(department.post(
                        "/uploads", "{\"name\":\"cut.onnx\",\"size\":" + FILE.length + ",\"kind\":\"MODEL\"}"))
                .path("id")
                .asText();
        Random places = new Random(20);
        for (int i = 0; i < CUTS; i++) {
            int offset = i * PIECE;
            byte[] piece = Arrays.copyOfRange(FILE, offset, offset + PIECE);
            reset(department, id, offset, piece, i == 0 ? 0 : places.nextInt(PIECE));
            JsonNode state = Ask.json(department.get("/uploads/" + id));
            assertEquals(offset, state.path("received").asInt(), "a piece counts as a whole or not at all: " + state);
            assertEquals(200, append(department, id, offset, piece).statusCode());
        }
        String digest = Sha256Digest.of(FILE).hex();
        assertEquals(
                200,
                department
                        .post("/uploads/" + id + "/finish", "{\"sha256\":\"" + digest + "\"}")
                        .statusCode());
        Path kept = portal.data().resolve("store/uploads").resolve(id);
        assertArrayEquals(FILE, Files.readAllBytes(kept));
        assertEquals(204, department.send("DELETE", "/uploads/" + id, "").statusCode());
        assertFalse(Files.exists(kept));
        assertFalse(portal.log().stream().anyMatch(line -> line.contains("Failed: PUT")), "nobody's failure here");
    }

    /** Sends so many bytes of the piece, and then no FIN but an RST. */
    private static void reset(Ask department, String id, int offset, byte[] piece, int sent) throws IOException {
        URI at = department.portal().at("/");
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.getOutputStream()
                    .write(("PUT " + place(id, offset, piece) + " HTTP/1.1\r\nHost: " + at.getAuthority()
                                    + "\r\nAuthorization: Bearer " + department.token()
                                    + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + piece.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(piece, 0, sent);
            socket.setSoLinger(true, 0);
        }
    }

    private static HttpResponse<String> append(Ask department, String id, int offset, byte[] piece) {
        return department
                .portal()
                .send(HttpRequest.newBuilder(department.portal().at(place(id, offset, piece)))
                        .header("Authorization", "Bearer " + department.token())
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(piece))
                        .build());
    }

    private static String place(String id, int offset, byte[] piece) {
        return "/api/v1/uploads/" + id + "/pieces/" + offset + "?sha256="
                + Sha256Digest.of(piece).hex();
    }
}
