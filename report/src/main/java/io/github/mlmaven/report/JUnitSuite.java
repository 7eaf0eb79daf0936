package io.github.mlmaven.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A JUnit test suite in the dialect of Surefire's schema. Times are zero, so that the same results make the same bytes.
 *
 * @param name also the class of each case
 * @param weakened the switches that make the build vouch for less: a property of the suite, if there are some
 */
record JUnitSuite(String name, List<String> weakened, List<Case> cases) {

    JUnitSuite {
        weakened = List.copyOf(weakened);
        cases = List.copyOf(cases);
    }

    /**
     * A test. It passes unless it failed or was skipped.
     *
     * @param failure why it failed
     * @param skipped why it was skipped
     * @param output what it printed
     */
    record Case(String name, Optional<Failure> failure, Optional<String> skipped, Optional<String> output) {

        static Case passed(String name, Optional<String> output) {
            return new Case(name, Optional.empty(), Optional.empty(), output);
        }

        static Case skipped(String name, String why) {
            return new Case(name, Optional.empty(), Optional.of(why), Optional.empty());
        }
    }

    /**
     * Why a test failed.
     *
     * @param text more than the message says; may be empty
     */
    record Failure(String type, String message, String text) {}

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private void suite(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute("failures", count(test -> test.failure().isPresent()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", count(test -> test.skipped().isPresent()));
        xml.writeAttribute("time", "0");
        if (!weakened.isEmpty()) {
            properties(xml);
        }
        for (Case test : cases) {
            xml.writeCharacters("\n  ");
            write(xml, test);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private void properties(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", "weakened");
        xml.writeAttribute("value", printable(String.join(", ", weakened)));
        xml.writeEndElement();
    }

    private String count(Predicate<Case> which) {
        return Long.toString(cases.stream().filter(which).count());
    }

    private void write(XMLStreamWriter xml, Case test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", printable(test.name()));
        xml.writeAttribute("classname", name);
        xml.writeAttribute("time", "0");
        if (test.failure().isPresent()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", printable(test.failure().get().message()));
            xml.writeAttribute("type", test.failure().get().type());
            xml.writeCharacters(printable(test.failure().get().text()));
            xml.writeEndElement();
        }
        if (test.skipped().isPresent()) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", printable(test.skipped().get()));
        }
        if (test.output().isPresent()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(printable(test.output().get()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    // Values of the data stand in these texts, and XML 1.0 has no way to write most control characters.
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> isPrintable(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
