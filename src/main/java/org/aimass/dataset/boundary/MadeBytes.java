package org.aimass.dataset.boundary;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aimass.shared.Refusal;

/** Bytes that are made while somebody waits for them. */
interface MadeBytes {

    /** @throws Refusal when there are none for who asks */
    byte[] make() throws IOException, InterruptedException;

    /** Sends them; where there are none, what the refusal says. */
    default void send(HttpServletResponse response, String type) throws IOException {
        byte[] bytes;
        try {
            bytes = make();
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
