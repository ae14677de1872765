package org.aimass.dataset.boundary;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.control.Uploads;
import org.aimass.dataset.entity.Upload;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.security.CurrentUser;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.aimass.web.Ids;
import org.aimass.web.Language;
import org.aimass.web.Wording;

/**
 * Where a page's script sends a file in pieces: {@code POST /dataset/uploads} begins, {@code POST .../ID?offset=&sha256=} brings
 * a piece, {@code GET .../ID} says how far it is, {@code POST .../ID/finish} and {@code POST .../ID/discard} end it. Every POST
 * carries the session's token in the header {@code X-Csrf-Token}.
 */
@WebServlet("/dataset/uploads/*")
public class UploadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MAX_DIGITS = 12;

    @Inject
    transient Uploads uploads;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> state(uploads.state(id(request, ""))));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOwnPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String path = path(request);
        if (path.isEmpty()) {
            answer(request, response, () -> state(open(request)));
        } else if (path.endsWith("/finish")) {
            answer(request, response, () -> {
                UUID id = id(request, "/finish");
                uploads.finish(id, digest(request));
                return state(uploads.state(id));
            });
        } else if (path.endsWith("/discard")) {
            answer(request, response, () -> {
                uploads.discard(id(request, "/discard"));
                return JsonObject.EMPTY_JSON_OBJECT;
            });
        } else {
            answer(
                    request,
                    response,
                    () -> state(uploads.append(
                            id(request, ""), number(request, "offset"), request.getInputStream(), digest(request))));
        }
    }

    private Upload open(HttpServletRequest request) throws IOException {
        UploadKind kind = Arrays.stream(UploadKind.values())
                .filter(known -> known.name().equals(text(request, "kind")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return uploads.open(text(request, "name"), number(request, "size"), kind, text(request, "fingerprint"));
    }

    private boolean isOwnPage(HttpServletRequest request) {
        byte[] given = Optional.ofNullable(request.getHeader("X-Csrf-Token"))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
        byte[] expected = user.getCsrfToken().getBytes(StandardCharsets.UTF_8);
        return expected.length > 0 && MessageDigest.isEqual(expected, given);
    }

    private static UUID id(HttpServletRequest request, String ending) {
        String path = path(request);
        return Ids.of(path.substring(0, path.length() - ending.length()).replaceFirst("^/", ""));
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static long number(HttpServletRequest request, String name) {
        String text = text(request, name);
        return text.matches("[0-9]{1," + MAX_DIGITS + "}") ? Long.parseLong(text) : -1;
    }

    private static Sha256Digest digest(HttpServletRequest request) {
        String text = text(request, "sha256");
        if (!text.matches("[0-9a-f]{64}")) {
            throw Refusal.of(Refusal.Kind.INVALID, "dataset", "refusal.upload.pieceDigest");
        }
        return new Sha256Digest(text);
    }

    private static JsonObject state(Upload upload) {
        return Json.createObjectBuilder()
                .add("id", upload.id().toString())
                .add("received", upload.received())
                .add("size", upload.size())
                .add("finished", upload.finished().isPresent())
                .build();
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Work work) throws IOException {
        JsonObject answer;
        try {
            answer = work.answer();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            answer = Json.createObjectBuilder()
                    .add("message", Wording.text(refusal, Language.of(request).locale()))
                    .build();
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer.toString());
    }

    private interface Work {
        JsonObject answer() throws IOException;
    }
}
