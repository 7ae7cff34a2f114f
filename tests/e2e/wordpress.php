<?php
// A page as WordPress makes it from shortcodes, with only the part of WordPress that docs/examples/eh-wizard.php uses.
// In: {"settings": …, "shortcodes": [attributes, …]}; out: HTML, the scripts last, as under a classic theme.

const ABSPATH = __DIR__;
$hooks = ['shortcodes' => [], 'filters' => []];
$modules = [];

function add_shortcode($tag, $callback)
{
    $GLOBALS['hooks']['shortcodes'][$tag] = $callback;
}

function add_filter($name, $callback)
{
    $GLOBALS['hooks']['filters'][$name][] = $callback;
}

function shortcode_atts($pairs, $given, $shortcode = '')
{
    return array_merge($pairs, array_intersect_key((array) $given, $pairs));
}

function wp_enqueue_script_module($id, $src = '', $deps = [], $version = false)
{
    $GLOBALS['modules'][$id] = $version === null ? $src : $src . '?ver=' . ($version === false ? '6.5' : $version);
}

// Like that of WordPress: text that is already escaped stays unchanged.
function esc_attr($text)
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8', false);
}

function esc_url($url)
{
    return preg_match('#^(https?:|/|[^:]*$)#i', $url) ? esc_attr($url) : '';
}

$asked = json_decode(stream_get_contents(STDIN), true);
define('EH_WIZARD', $asked['settings']);
require __DIR__ . '/../../docs/examples/eh-wizard.php';

foreach ($asked['shortcodes'] as $attributes) {
    echo $hooks['shortcodes']['eh-wizard']($attributes, '', 'eh-wizard'), "\n";
}
foreach ($modules as $id => $src) {
    $script = ['type' => 'module', 'src' => $src, 'id' => "$id-js-module"];
    foreach ($hooks['filters']['wp_script_attributes'] as $filter) {
        $script = $filter($script);
    }
    echo '<script';
    foreach ($script as $name => $value) {
        printf(' %s="%s"', $name, esc_attr($value));
    }
    echo "></script>\n";
}
