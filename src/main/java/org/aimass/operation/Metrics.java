package org.aimass.operation;

import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.aimass.database.DatabaseWatch;
import org.aimass.shared.Measured;
import org.aimass.shared.Reading;

/** Everything that the portal can say about itself in numbers, in Prometheus' text format. */
@ApplicationScoped
public class Metrics {

    private static final Logger LOG = System.getLogger(Metrics.class.getName());
    private static final PrometheusTextFormatWriter TEXT = PrometheusTextFormatWriter.create();

    @Inject
    @Any
    Instance<Measured> parts;

    @Inject
    RequestMeters requests;

    @Inject
    DatabaseWatch database;

    private final PrometheusRegistry registry = new PrometheusRegistry();

    @PostConstruct
    void start() {
        JvmMetrics.builder().register(registry);
        Info build = Info.builder()
                .name("aimass_build_info")
                .help("What runs here.")
                .labelNames("version", "java")
                .register(registry);
        build.setLabelValues(Build.version(), System.getProperty("java.version"));
        requests.register(registry);
        registry.register((MultiCollector) this::ofTheParts);
    }

    String contentType() {
        return TEXT.getContentType();
    }

    byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TEXT.write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A part that fails is left out: the others are needed most when something fails. */
    private MetricSnapshots ofTheParts() {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        boolean away = database.isAway();
        for (Measured part : parts) {
            if (!(away && part.asksTheDatabase())) {
                try {
                    part.readings().forEach(reading -> snapshots.add(snapshot(reading)));
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "a part of the portal cannot say how it is", e);
                }
            }
        }
        return new MetricSnapshots(snapshots);
    }

    private static MetricSnapshot snapshot(Reading reading) {
        return reading.kind() == Reading.Kind.COUNTER ? counter(reading) : gauge(reading);
    }

    private static MetricSnapshot gauge(Reading reading) {
        GaugeSnapshot.Builder snapshot =
                GaugeSnapshot.builder().name(reading.name()).help(reading.help());
        for (Reading.Value value : reading.values()) {
            snapshot.dataPoint(GaugeDataPointSnapshot.builder()
                    .value(value.value())
                    .labels(labels(reading, value))
                    .build());
        }
        return snapshot.build();
    }

    private static MetricSnapshot counter(Reading reading) {
        CounterSnapshot.Builder snapshot = CounterSnapshot.builder()
                .name(reading.name().replaceFirst("_total$", ""))
                .help(reading.help());
        for (Reading.Value value : reading.values()) {
            snapshot.dataPoint(CounterDataPointSnapshot.builder()
                    .value(value.value())
                    .labels(labels(reading, value))
                    .build());
        }
        return snapshot.build();
    }

    private static Labels labels(Reading reading, Reading.Value value) {
        return reading.label().isEmpty() ? Labels.EMPTY : Labels.of(reading.label(), value.of());
    }
}
