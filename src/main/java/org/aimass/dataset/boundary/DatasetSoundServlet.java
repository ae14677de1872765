package org.aimass.dataset.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.aimass.dataset.control.ListenToDataset;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;

/** {@code GET /dataset/sound?id=&column=&row=}: the beginning of a recording, written anew as a WAV file. */
@WebServlet("/dataset/sound")
public class DatasetSoundServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ListenToDataset recordings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MadeBytes wav = () -> recordings.wav(
                Ids.of(Optional.ofNullable(request.getParameter("id")).orElse("")),
                number(request, "column"),
                number(request, "row"));
        wav.send(response, "audio/wav");
    }

    /** @throws Refusal NOT_FOUND unless it is a whole number of up to three digits */
    private static int number(HttpServletRequest request, String name) {
        String text = Optional.ofNullable(request.getParameter(name)).orElse("");
        if (!text.matches("[0-9]{1,3}")) {
            throw Refusal.notFound();
        }
        return Integer.parseInt(text);
    }
}
