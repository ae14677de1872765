package org.aimass.audit.boundary;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Plots as one drawing that stands alone: with its own styles, without a script, a link or a font from elsewhere. */
final class SvgFile {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int PITCH = Plot.WIDTH + 40;
    private static final int MARGIN = 24;
    private static final int HEAD = 64;
    private static final int CAPTION = 44;
    private static final int MOST_PER_ROW = 3;

    /** The tokens of the light theme: a file does not know the reader's. */
    private static final String STYLE = """
            text{font:400 12px system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#44575e}
            .head{font-size:18px;font-weight:600;fill:#13252b}.title{font-size:14px;font-weight:600;fill:#13252b}
            .direct{font-weight:600;fill:#13252b}
            .c-grid{stroke:#d2dbdb;stroke-width:1;fill:none}.c-band{fill:#dcebf1}
            .p-axis{stroke:#6f8288;stroke-width:1;fill:none}.p-dots{stroke-dasharray:2 4}
            .p-line{fill:none;stroke-width:2.25;stroke-linejoin:round}
            .p-back{stroke:#5a6c72;stroke-width:1.25;stroke-dasharray:1 3}
            .p1{stroke:#0e6e8c}.p2{stroke:#c24a18;stroke-dasharray:7 3}.p3{stroke:#6a4c9c;stroke-dasharray:2 3}
            .p4{stroke:#94700a;stroke-dasharray:9 3 2 3}.p-solid{stroke-dasharray:none}.p-thin{stroke-width:1.5}
            .f1{fill:#0e6e8c}.f2{fill:#c24a18}.f3{fill:#6a4c9c}.f4{fill:#94700a}
            .c-whisk,.c-dot{stroke-width:2.5}.c-plain{stroke:#0e6e8c;fill:#0e6e8c}
            .c-shown{stroke:#c24a18;fill:#c24a18}.c-within{stroke:#2b6cb0;fill:#2b6cb0}.c-unsure{stroke:#6d6880;fill:#fff}
            .c-whisk{fill:none}.c-whisk.c-unsure{stroke-dasharray:5 3}.c-ref{fill:#44575e}""";

    private final XMLStreamWriter xml;

    private SvgFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @param note below the heading: where the numbers come from */
    static String of(String heading, String note, String language, List<Plot> plots) {
        StringWriter file = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(file);
            new SvgFile(xml).write(heading, note, language, plots);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a drawing could not be written", e);
        }
        return file.toString();
    }

    private void write(String heading, String note, String language, List<Plot> plots) throws XMLStreamException {
        int perRow = Math.max(1, Math.min(MOST_PER_ROW, plots.size()));
        int tallest = plots.stream().mapToInt(Plot::height).max().orElse(0) + CAPTION + MARGIN;
        int rows = (plots.size() + perRow - 1) / perRow;
        int width = Math.max(2, perRow) * PITCH + MARGIN;
        int height = HEAD + MARGIN + rows * tallest;
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(SVG);
        attributes("viewBox", "0 0 " + width + " " + height, "width", width, "height", height, "role", "img");
        xml.writeAttribute("xml:lang", language);
        text("title", heading);
        text("desc", String.join(" ", plots.stream().map(Plot::spoken).toList()));
        text("style", STYLE);
        xml.writeEmptyElement("rect");
        attributes("width", width, "height", height, "fill", "#fff");
        label(new Plot.Label("head", "24", "34", "start", heading));
        label(new Plot.Label("", "24", "54", "start", note));
        for (int i = 0; i < plots.size(); i++) {
            plot(plots.get(i), MARGIN + PITCH * (i % perRow), HEAD + MARGIN + tallest * (i / perRow));
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void plot(Plot plot, int x, int y) throws XMLStreamException {
        xml.writeStartElement("svg");
        attributes("x", x, "y", y, "width", Plot.WIDTH, "height", plot.height() + CAPTION, "overflow", "visible");
        label(new Plot.Label("title", "0", "12", "start", plot.title()));
        label(new Plot.Label("", "0", "29", "start", plot.subtitle()));
        xml.writeStartElement("svg");
        attributes(
                "y",
                CAPTION,
                "width",
                Plot.WIDTH,
                "height",
                plot.height(),
                "viewBox",
                plot.viewBox(),
                "overflow",
                "visible");
        for (Plot.Line line : plot.lines()) {
            xml.writeEmptyElement("path");
            attributes("class", line.style(), "d", line.path());
        }
        for (Plot.Label label : plot.labels()) {
            label(label);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void label(Plot.Label label) throws XMLStreamException {
        xml.writeStartElement("text");
        attributes("x", label.x(), "y", label.y(), "text-anchor", label.anchor());
        if (!label.style().isEmpty()) {
            xml.writeAttribute("class", label.style());
        }
        xml.writeCharacters(label.text());
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
    }
}
