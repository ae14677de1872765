package org.aimass.operation;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts requests by a few words only: a label that came from outside would grow without end, and could name a person. */
@ApplicationScoped
public class RequestMeters {

    private static final double[] SECONDS = {0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    private final Counter requests = Counter.builder()
            .name("aimass_http_requests_total")
            .help("Requests answered, by kind of address, method and status.")
            .labelNames("route", "method", "status")
            .build();
    private final Histogram durations = Histogram.builder()
            .name("aimass_http_request_duration_seconds")
            .help("How long requests took, by kind of address.")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .build();
    private final Counter uploaded = Counter.builder()
            .name("aimass_upload_bytes_total")
            .help("Bytes of files that people and programs sent, form fields around them included.")
            .withoutExemplars()
            .build();

    void register(PrometheusRegistry registry) {
        registry.register(requests);
        registry.register(durations);
        registry.register(uploaded);
    }

    /**
     * @param route one of a few words
     * @param method one of a few words
     */
    public void answered(String route, String method, int status, double seconds) {
        requests.labelValues(route, method, Integer.toString(status)).inc();
        durations.labelValues(route).observe(seconds);
    }

    public void uploaded(long bytes) {
        uploaded.inc(bytes);
    }
}
