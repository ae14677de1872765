package org.aimass.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets through what {@link Addresses} knows, and brings {@link PublicAddresses} to the pages behind them. */
public class AddressFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Addresses.isWellFormed(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!Addresses.isQueryWellFormed(request.getQueryString())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (!Addresses.isMethodKnown(request)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            var page = PublicAddresses.pageOf(request.getRequestURI());
            if (page.isPresent()) {
                request.getRequestDispatcher(page.get()).forward(request, response);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
