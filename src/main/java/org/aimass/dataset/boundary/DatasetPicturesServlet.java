package org.aimass.dataset.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.aimass.dataset.control.PictureDataset;
import org.aimass.web.Ids;

/** {@code GET /dataset/pictures?id=}: small pictures of a version's first images, one below the other in one PNG file. */
@WebServlet("/dataset/pictures")
public class DatasetPicturesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PictureDataset pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MadeBytes png = () -> pictures.sheet(
                Ids.of(Optional.ofNullable(request.getParameter("id")).orElse("")));
        png.send(response, "image/png");
    }
}
