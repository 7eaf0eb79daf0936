package io.github.mlmaven.report;

import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.step.Verdict.GateResult;
import io.github.mlmaven.step.Verdict.Outcome;
import io.github.mlmaven.text.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Gates as a JUnit test suite, in the dialect of Surefire's schema: a failed gate is a failure, a gate that could not be
 * judged is skipped, and warnings are passed tests with a message in their output. Times are zero, so that the same verdict
 * makes the same bytes.
 */
public final class JUnitXml {

    private JUnitXml() {}

    /** The file of a model's gates in a folder of JUnit reports. */
    public static Path file(Path directory, String model) {
        return directory.resolve("TEST-ml." + model + ".xml");
    }

    /** Writes a model's gates into a folder of JUnit reports, in place of those of an earlier build. */
    public static void write(Path directory, String model, Verdict verdict) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, model, verdict);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        Json.replace(file(directory, model), bytes.toByteArray());
    }

    private static void suite(XMLStreamWriter xml, String model, Verdict verdict) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "ml." + model);
        xml.writeAttribute("tests", Integer.toString(verdict.gates().size()));
        xml.writeAttribute("failures", count(verdict, Outcome.FAIL));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", count(verdict, Outcome.INCONCLUSIVE));
        xml.writeAttribute("time", "0");
        for (GateResult gate : verdict.gates()) {
            xml.writeCharacters("\n  ");
            testCase(xml, model, gate);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, String model, GateResult gate) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", gate.gate());
        xml.writeAttribute("classname", "ml." + model);
        xml.writeAttribute("time", "0");
        switch (gate.outcome()) {
            case FAIL -> {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", gate.message());
                xml.writeAttribute("type", "gate");
                xml.writeEndElement();
            }
            case INCONCLUSIVE -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", gate.message());
            }
            case WARN, PASS -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(gate.message());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private static String count(Verdict verdict, Outcome outcome) {
        return Long.toString(verdict.gates().stream()
                .filter(gate -> gate.outcome() == outcome)
                .count());
    }
}
