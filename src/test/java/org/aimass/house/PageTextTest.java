package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Every text that a reader sees comes from the words of a room, so that it is there in both languages. */
class PageTextTest {

    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    /** The name of the portal is the same in every language; so are the names of units and of digests. */
    private static final Pattern NAMES =
            Pattern.compile("AI Mass|SHA-256|ONNX Runtime|ONNX|Java|Keycloak|JSON|CSV|Parquet|MB|GB");

    private static final Set<String> TEXT_ATTRIBUTES = Set.of(
            "alt",
            "aria-label",
            "placeholder",
            "summary",
            "caption",
            "header",
            "hint",
            "label",
            "itemLabel",
            "requiredMessage",
            "validatorMessage",
            "converterMessage",
            "emptyMessage",
            "noSelectionLabel",
            "title");
    private static final Set<String> SHOWING_THEIR_VALUE =
            Set.of("outputText", "commandButton", "commandLink", "link", "button", "outputLabel", "outputFormat");

    @Test
    void noPageHoldsTextOfItsOwn() throws Exception {
        List<String> found = new ArrayList<>();
        for (Path file : House.files(House.WEBAPP, ".xhtml")) {
            walk(parse(file).getDocumentElement(), file, found);
        }
        assertEquals(List.of(), found);
    }

    private static org.w3c.dom.Document parse(Path file)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        return builder.parse(file.toFile());
    }

    private static void walk(Element element, Path file, List<String> found) {
        if (element.getLocalName().equals("remove")) {
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            boolean shown = TEXT_ATTRIBUTES.contains(attribute.getNodeName())
                    || (attribute.getNodeName().equals("value") && SHOWING_THEIR_VALUE.contains(element.getLocalName()))
                    || (attribute.getNodeName().equals("value")
                            && element.getLocalName().equals("param")
                            && element.getAttribute("name").equals("title"));
            if (shown) {
                check(attribute.getNodeValue(), file, found);
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                walk(child, file, found);
            } else if (children.item(i).getNodeType() == Node.TEXT_NODE) {
                check(children.item(i).getNodeValue(), file, found);
            }
        }
    }

    private static void check(String text, Path file, List<String> found) {
        String own = NAMES.matcher(EXPRESSION.matcher(text).replaceAll("")).replaceAll("");
        if (LETTERS.matcher(own).find()) {
            found.add(file + ": " + own.strip());
        }
    }
}
