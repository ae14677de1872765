package org.aimass.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;

/** Deletes the server's temporary copy of every uploaded file when its request ends, also where the form was refused. */
@WebFilter(servletNames = "Faces")
public class UploadFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (PostFilter.isMultipart(request)) {
                for (Part part : request.getParts()) {
                    part.delete();
                }
            }
        }
    }
}
