// What ci/page-test does with each page.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const looks = [
  { name: 'screen', width: 1280, colours: 'light' },
  { name: 'screen-dark', width: 1280, colours: 'dark' },
  { name: 'phone', width: 360, colours: 'light' },
  { name: 'phone-dark', width: 360, colours: 'dark' },
];
const faults = [];
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});

async function open(file, look, scripts) {
  const page = await browser.newPage();
  const fault = (text) => faults.push(`${file} (${look.name}): ${text}`);
  page.on('console', (message) => fault(`the console says: ${message.text()}`));
  page.on('pageerror', (error) => fault(`an error: ${error.message}`));
  page.on('dialog', async (dialog) => {
    fault('a dialog opens');
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== `file://${encodeURI(file)}` && !request.url().startsWith('data:')) {
      fault(`asks for ${request.url()}`);
    }
  });
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width: look.width, height: 900, isMobile: look.width < 500, hasTouch: look.width < 500 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.colours }]);
  await page.goto(`file://${encodeURI(file)}`);
  return { page, fault };
}

async function picture(page, file, look) {
  if (process.env.PICTURES) {
    const name = `${basename(dirname(file))}-${basename(file, '.html')}-${look}.png`;
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const width = page.viewport().width;
    await page.screenshot({ path: join(process.env.PICTURES, name), clip: { x: 0, y: 0, width, height: Math.min(height, 4000) }, captureBeyondViewport: true });
  }
}

for (const file of process.argv.slice(2)) {
  for (const look of looks) {
    const { page, fault } = await open(file, look, false);
    const size = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
      text: document.body.innerText.length,
      background: getComputedStyle(document.body).backgroundColor,
    }));
    if (size.content > size.window) fault(`is ${size.content} wide in a window of ${size.window}`);
    if (size.text < 100) fault('shows nothing');
    const opened = await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) {
        part.toggleAttribute('data-was-open', part.open);
        part.open = true;
      }
      return { content: document.documentElement.scrollWidth, window: document.documentElement.clientWidth };
    });
    if (opened.content > opened.window) fault(`is ${opened.content} wide in a window of ${opened.window} with all of it open`);
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.open = part.hasAttribute('data-was-open');
    });
    const light = Number(size.background.match(/\d+/)[0]) > 128;
    if (light !== (look.colours === 'light')) fault(`has the background ${size.background}`);
    await picture(page, file, look.name);
    await page.close();
  }
  // The page allows no script of its own; the inspector's is let in for this look alone.
  for (const look of looks.slice(0, 2)) {
    const { page, fault } = await open(file, look, true);
    await page.setBypassCSP(true);
    await page.reload();
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
    const astray = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="#"]')].map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id)));
    if (astray.length) fault(`has links to nothing: ${astray.slice(0, 5)}`);
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
    for (const rule of found.violations) {
      fault(`${rule.id}: ${rule.help} (${rule.nodes.length}), such as ${rule.nodes[0].html.slice(0, 160)}`);
    }
    await page.close();
  }
  const { page, fault } = await open(file, { name: 'paper', width: 800, colours: 'dark' }, false);
  await page.emulateMediaType('print');
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  if (paper !== 'rgb(255, 255, 255)') fault(`has the background ${paper}`);
  const printed = await page.pdf({ format: 'A4', path: process.env.PICTURES ? join(process.env.PICTURES, `${basename(dirname(file))}-${basename(file, '.html')}.pdf`) : undefined });
  if (printed.length < 5000) fault('prints as nothing');
  await page.close();
  console.log(`looked at ${basename(dirname(file))}/${basename(file)}`);
}
await browser.close();
for (const fault of new Set(faults)) console.error(fault);
if (faults.length) process.exit(1);
console.log(`ok: ${process.argv.length - 2} pages`);
